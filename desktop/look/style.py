"""The style sheet: every rule of the window in one place, written with tokens and lengths.

Roles are the dynamic property `role` (labels, frames) and `kind` (buttons); `objectName` stays
free for field names. Item views get no background here: see the table of the record list.
"""

from collections.abc import Callable, Mapping
from string import Template

__all__ = ["style_sheet"]

Tokens = Mapping[str, str]


def style_sheet(
    tokens: Tokens, px: Callable[[float], int], icon_file: Callable[[str, str], str]
) -> str:
    """The style sheet for these colours, this scale and these tinted icon files."""
    words = dict(tokens)
    words |= {f"p{n}": f"{px(n)}px" for n in range(1, 49)}
    words |= {
        "down": icon_file("chevron-down", "text2"),
        "up": icon_file("chevron-up", "text2"),
        "sorted_down": icon_file("chevron-down", "primary"),
        "sorted_up": icon_file("chevron-up", "primary"),
        "tick": icon_file("check", "on_primary"),
    }
    return Template(_FRAME + _BUTTONS + _INPUTS + _VIEWS + _REST).substitute(words)


_FRAME = """
* { outline: none; }
QMainWindow, QDialog, QStackedWidget, QScrollArea, *[role="page"] { background: $bg; }
QScrollArea { border: none; }
*[role="clear"] { background: transparent; border: none; }
QToolTip { background: $surface; color: $text; border: 1px solid $line2; padding: $p4 $p6; }
*[role="top_bar"] { background: $surface; border-bottom: 1px solid $line; }
*[role="status_bar"] { background: $surface; border-top: 1px solid $line; }
*[role="status_bar"] QLabel { color: $text2; font-size: $p12; }
*[role="nav"], *[role="nav"] QScrollArea { background: $nav; border: none; }
QLabel[role="nav_title"] { color: $nav_on; font-size: $p17; font-weight: 700; }
QLabel[role="nav_sub"] { color: $nav_text; font-size: $p12; }
QLabel[role="h1"] { font-size: $p19; font-weight: 700; }
QLabel[role="h2"] { font-size: $p15; font-weight: 700; }
QLabel[role="muted"] { color: $text2; font-size: $p13; }
QLabel[role="small"] { color: $text2; font-size: $p12; }
QLabel[role="hint"] { color: $text3; font-size: $p12; }
QLabel[role="error"] { color: $danger; font-size: $p12; }
QLabel[role="warning"] { color: $warn; font-size: $p12; }
QLabel[role="field"] { color: $text2; }
QLabel[role="number"] { font-size: $p25; font-weight: 700; }
QLabel[role="big"] { font-size: $p24; font-weight: 700; }
QLabel[tone="danger"] { color: $danger; }
QLabel[tone="warn"] { color: $warn; }
QLabel[tone="ok"] { color: $ok; }
QLabel[role="plate"] { border-radius: $p8; background: $sunken; }
QLabel[role="plate"][tone="danger"] { background: $danger_soft; }
QLabel[role="plate"][tone="warn"] { background: $warn_soft; }
QLabel[role="plate"][tone="ok"] { background: $ok_soft; }
QLabel[role="plate"][tone="primary"], QLabel[role="plate"][tone="info"] { background: $info_soft; }
QFrame[role="card"] { background: $surface; border: 1px solid $line; border-radius: $p8; }
QFrame[role="card"][tone="hover"] { border-color: $primary; }
QFrame[role="card"]:focus { border: 2px solid $primary; }
QFrame[role="row_card"] { background: $surface2; border: 1px solid $line; border-radius: $p6; }
QFrame[role="banner"] { border-radius: $p6; background: $info_soft; border: 1px solid $info; }
QFrame[role="banner"][tone="danger"] { background: $danger_soft; border-color: $danger; }
QFrame[role="banner"][tone="danger"] QLabel { color: $danger; }
QFrame[role="banner"][tone="warn"] { background: $warn_soft; border-color: $warn; }
QFrame[role="banner"][tone="warn"] QLabel { color: $warn; }
QFrame[role="banner"][tone="ok"] { background: $ok_soft; border-color: $ok; }
QFrame[role="banner"][tone="ok"] QLabel { color: $ok; }
"""

_BUTTONS = """
QPushButton { background: $surface; border: 1px solid $line2; border-radius: $p5; color: $text;
  padding: 0 $p12; min-height: $p30; }
QPushButton:hover { background: $sunken; }
QPushButton:pressed { background: $line; }
QPushButton:focus { border: 2px solid $primary; padding: 0 $p11; min-height: $p28; }
QPushButton:disabled { color: $text3; background: $sunken; border-color: $line; }
QPushButton[kind="primary"] { background: $primary; color: $on_primary; font-weight: 700;
  border: 1px solid $primary; }
QPushButton[kind="primary"]:hover { background: $primary_hover; }
QPushButton[kind="primary"]:focus { border: 2px solid $text; }
QPushButton[kind="primary"]:disabled { background: $sunken; color: $text3; border-color: $line; }
QPushButton[kind="danger"] { color: $danger; }
QPushButton[kind="link"] { background: transparent; border: 1px solid transparent;
  color: $primary; padding: 0 $p6; }
QPushButton[kind="link"]:hover { background: $primary_soft; }
QPushButton[kind="link"]:focus { border: 2px solid $primary; padding: 0 $p5; }
QPushButton[kind="link"]:disabled { color: $text3; background: transparent; }
QPushButton[kind="chip"] { border-radius: $p14; color: $text2; min-height: $p28; }
QPushButton[kind="chip"]:focus { min-height: $p26; }
QPushButton[kind="chip"]:checked { background: $primary_soft; color: $primary;
  border: 1px solid $primary; font-weight: 700; }
QPushButton[kind="chip"]:checked:focus { border: 2px solid $primary; }
QPushButton[kind="square"] { padding: 0; min-width: $p30; max-width: $p30; }
QPushButton[kind="square"]:focus { padding: 0; min-width: $p28; max-width: $p28; }
QPushButton[kind="bare"] { background: transparent; border: 1px solid transparent; padding: 0 $p5;
  color: $text2; }
QPushButton[kind="bare"]:hover { background: $sunken; }
QPushButton[kind="bare"]:focus { border: 2px solid $primary; padding: 0 $p4; }
QPushButton[kind="entry"] { background: transparent; border: 1px solid transparent;
  text-align: left; padding: 0 $p6; min-height: $p34; }
QPushButton[kind="entry"]:hover { background: $sunken; }
QPushButton[kind="entry"]:focus { border: 2px solid $primary; padding: 0 $p5; min-height: $p32; }
QPushButton[kind="entry"]:checked { background: $row_selected; }
QPushButton[kind="gap"] { background: transparent; border: 1px solid transparent; color: $text2;
  padding: 0; min-height: $p24; }
QPushButton[kind="gap"]:hover { background: $primary_soft; }
QPushButton[kind="gap"]:focus { border: 2px solid $primary; padding: 0; min-height: $p22; }
QPushButton::menu-indicator { image: url($down); width: $p16; height: $p16;
  subcontrol-origin: padding; subcontrol-position: right center; right: $p8; }
"""

_INPUTS = """
QLineEdit, QComboBox, QPlainTextEdit, QSpinBox, QAbstractSpinBox { background: $surface;
  border: 1px solid $line2; border-radius: $p5; padding: 0 $p8; min-height: $p30;
  selection-background-color: $primary; selection-color: $on_primary; }
QPlainTextEdit { padding: $p4; }
QLineEdit:hover, QComboBox:hover, QPlainTextEdit:hover, QSpinBox:hover { border-color: $text3; }
QLineEdit:focus, QComboBox:focus, QPlainTextEdit:focus, QSpinBox:focus {
  border: 2px solid $primary; padding-left: $p7; min-height: $p28; }
QPlainTextEdit:focus { padding: $p3; }
QLineEdit:read-only, QPlainTextEdit:read-only, QLineEdit:disabled, QComboBox:disabled,
  QPlainTextEdit:disabled { background: $sunken; color: $text2; border-color: $line; }
*[invalid="true"] { border: 2px solid $danger; padding-left: $p7; min-height: $p28; }
QLineEdit[invalid="true"]:focus, QComboBox[invalid="true"]:focus,
  QPlainTextEdit[invalid="true"]:focus { border: 2px solid $danger; }
*[doubtful="true"] { border: 1px solid $warn; }
QComboBox::drop-down { border: none; width: $p26; }
QComboBox::down-arrow { image: url($down); width: $p16; height: $p16; }
QComboBox QAbstractItemView, QListView[role="popup"] { background: $surface;
  border: 1px solid $line2; selection-background-color: $primary_soft; selection-color: $text;
  padding: $p4; }
QComboBox QAbstractItemView::item { min-height: $p28; }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit, QAbstractSpinBox QLineEdit:focus,
  QComboBox QLineEdit:focus { border: none; padding: 0; min-height: 0; background: transparent; }
QSpinBox { padding-left: $p6; }
QSpinBox::up-button, QSpinBox::down-button { width: $p20; border: none; background: transparent; }
QSpinBox::up-arrow { image: url($up); width: $p12; height: $p12; }
QSpinBox::down-arrow { image: url($down); width: $p12; height: $p12; }
QCheckBox, QRadioButton { spacing: $p6; min-height: $p26; background: transparent; }
QCheckBox::indicator, QListView::indicator, QTableView::indicator { width: $p16; height: $p16;
  border: 1px solid $text3; border-radius: $p3; background: $surface; }
QCheckBox::indicator:focus { border: 2px solid $primary; width: $p14; height: $p14; }
QCheckBox::indicator:checked, QListView::indicator:checked, QTableView::indicator:checked {
  background: $primary; border-color: $primary; image: url($tick); }
QRadioButton::indicator { width: $p14; height: $p14; border: 1px solid $text3;
  border-radius: $p8; background: $surface; }
QRadioButton::indicator:checked { background: $primary; border: 4px solid $surface; }
"""

_VIEWS = """
QTableView, QListView { background: $surface; alternate-background-color: $row_alt; border: none;
  gridline-color: $line; selection-background-color: $row_selected; selection-color: $text; }
QTableView::item { padding: 0 $p8; }
QListView::item { padding: $p4 $p8; }
QCalendarWidget QTableView::item { padding: 0; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $surface2; }
QCalendarWidget QToolButton { background: transparent; border: none; color: $text; padding: $p4; }
QCalendarWidget QToolButton:hover { background: $sunken; }
QHeaderView { background: $surface2; }
QHeaderView::section { background: $surface2; color: $text2; border: none; font-weight: 700;
  border-bottom: 1px solid $line2; padding: 0 $p8 0 $p10; font-size: $p13; }
QHeaderView::section:hover { background: $sunken; }
QLabel[role="corner"] { background: $surface2; color: $text2; font-size: $p13; font-weight: 700;
  border-bottom: 1px solid $line; border-right: 1px solid $line2; }
QHeaderView::up-arrow { image: url($sorted_up); width: $p12; height: $p12; }
QHeaderView::down-arrow { image: url($sorted_down); width: $p12; height: $p12; }
QScrollBar:vertical { background: transparent; width: $p12; margin: 0; }
QScrollBar::handle:vertical { background: $line2; border-radius: $p4; min-height: $p32;
  margin: 2px; }
QScrollBar::handle:vertical:hover { background: $text3; }
QScrollBar:horizontal { background: transparent; height: $p12; margin: 0; }
QScrollBar::handle:horizontal { background: $line2; border-radius: $p4; min-width: $p32;
  margin: 2px; }
QScrollBar::handle:horizontal:hover { background: $text3; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""

_REST = """
QTabBar { background: transparent; }
QTabBar::tab { background: transparent; color: $text2; padding: $p7 $p14; border: none;
  border-bottom: 2px solid transparent; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $primary; border-bottom: 2px solid $primary; font-weight: 700; }
QTabBar::tab:focus { color: $primary; }
QTabWidget::pane { border: none; border-top: 1px solid $line; }
QSplitter::handle { background: $line; }
QSplitter::handle:horizontal { width: 1px; }
QMenu { background: $surface; border: 1px solid $line2; padding: $p4; }
QMenu::item { padding: $p6 $p24 $p6 $p12; border-radius: $p4; }
QMenu::item:selected { background: $primary_soft; color: $text; }
QMenu::item:disabled { color: $text3; }
QMenu::separator { height: 1px; background: $line; margin: $p4; }
QMessageBox QLabel { font-size: $p14; }
"""
