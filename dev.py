#!/usr/bin/env python3
"""Sets up and starts the program, or tests it, with nothing but the standard library.

python3 dev.py run  [arguments of the program]     Windows:  py dev.py run
python3 dev.py test [--heavy|--package] [arguments of pytest]
"""

from __future__ import annotations

import ctypes
import ctypes.util
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

OLDEST, NEWEST = (3, 11), (3, 13)
ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
WINDOWS, LINUX = os.name == "nt", sys.platform.startswith("linux")
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
STAMP = VENV / ".stamp"
LOCKS = ("requirements.lock", "requirements-dev.lock")
LINT_IMPORTS = "import sys, importlinter.cli as cli; sys.exit(cli.lint_imports())"
# Options of the program that take a value, so that the value is not taken for a command.
VALUED = ("--ledger", "--password-file", "--operator", "--now", "--smoke", "--page")
# Shared library=Debian/Ubuntu package. Qt wants the first group always, the second on X11.
QT = """
libglib-2.0.so.0=libglib2.0-0 libGL.so.1=libgl1 libEGL.so.1=libegl1 libdbus-1.so.3=libdbus-1-3
libfontconfig.so.1=libfontconfig1 libxkbcommon.so.0=libxkbcommon0
"""
SCREEN = """
libxcb-cursor.so.0=libxcb-cursor0 libxcb-icccm.so.4=libxcb-icccm4 libxcb-image.so.0=libxcb-image0
libxcb-keysyms.so.1=libxcb-keysyms1 libxcb-randr.so.0=libxcb-randr0 libxcb-xkb.so.1=libxcb-xkb1
libxcb-render-util.so.0=libxcb-render-util0 libxcb-shape.so.0=libxcb-shape0
libxkbcommon-x11.so.0=libxkbcommon-x11-0
"""
# Program or program=package: PyInstaller wants the first; tests hold our files against the others.
TOOLS = "objdump=binutils age zstd xxd openssl pdftotext=poppler-utils qpdf"


def environment(**more: str) -> dict[str, str]:
    """The environment of every program started here: our code first, bytecode kept."""
    env = {**os.environ, "PYTHONPATH": str(ROOT), **more}
    # With it every start would compile reportlab and the like again (350 instead of 120 ms).
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    return env


def suitable_python() -> list[str]:
    """The command of a Python that will do; empty when this one does."""
    if OLDEST <= sys.version_info[:2] <= NEWEST:
        return []
    for minor in range(NEWEST[1], OLDEST[1] - 1, -1):
        command = ["py", f"-3.{minor}"] if WINDOWS else [f"python3.{minor}"]
        # A name on PATH may be a shim that starts nothing, so it is tried.
        trial = [*command, "-c", ""]
        if shutil.which(command[0]) and subprocess.call(trial, stderr=subprocess.DEVNULL) == 0:
            return command
    sys.exit(
        f"需要 Python 3.11、3.12 或 3.13，现在是 {sys.version.split()[0]}，也没有找到别的。"
        "请安装其中一个后再运行。(Python 3.11-3.13 is needed.)"
    )


def is_missing(library: str) -> bool:
    """Whether the loader of this machine cannot find the shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return True
    return False


def missing_packages(screen: bool, qt: bool, tests: bool, package: bool) -> list[str]:
    """Names of the Debian packages that this task needs and the machine lacks."""
    pairs = [pair.split("=") for pair in (QT * qt + SCREEN * screen).split()]
    needed = [name for library, name in pairs if is_missing(library)]
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    if not (importlib.util.find_spec("ensurepip") or shutil.which("uv")):
        needed.append(f"python{version}-venv")
    if tests and os.geteuid() == 0 and not shutil.which("Xvfb"):
        needed.append("xvfb")
    if package:
        tools = [one.partition("=") for one in TOOLS.split()]
        needed += [name or tool for tool, _, name in tools if not shutil.which(tool)]
    own = Path(str(sysconfig.get_config_var("LIBDIR")), f"libpython{version}.so.1.0")
    if package and not (own.exists() or ctypes.util.find_library(f"python{version}")):
        needed.append(f"libpython{version}")
    return needed


def install_system_packages(needed: list[str]) -> None:
    """Install them when we may, else name the one line to paste and end."""
    line = ["apt-get", "install", "-y", "--no-install-recommends", *needed]
    if not shutil.which("apt-get"):
        sys.exit(f"缺少系统库，请安装同类软件包 (missing packages): {' '.join(needed)}")
    if os.geteuid() != 0:
        sys.exit(f"缺少系统软件包，请先运行 (run this, then repeat):\n  sudo {' '.join(line)}")
    print(f"正在安装系统库 (installing): {' '.join(needed)}", flush=True)
    # A failed update need not matter: the packages may lie in the machine's own cache.
    apt_get(["apt-get", "update", "-q"])
    if not apt_get(line):
        sys.exit(f"系统库没有装上，请检查网络后运行 (apt-get failed, try):\n  {' '.join(line)}")


def apt_get(command: list[str]) -> bool:
    """Run apt-get without its chatter and questions; whether it succeeded."""
    env, null = environment(DEBIAN_FRONTEND="noninteractive"), subprocess.DEVNULL
    return subprocess.call(command, env=env, stdin=null, stdout=null) == 0


def stamps() -> list[str]:
    """What the environment must have been made from: Python, then one hash for each lock."""
    texts = [(ROOT / name).read_bytes() for name in LOCKS]
    hashes = [hashlib.sha256(b"".join(texts[: n + 1])).hexdigest() for n in range(len(texts))]
    return [f"{sys.version_info[0]}.{sys.version_info[1]}", *hashes]


def make_environment(development: bool) -> None:
    """Make or renew .venv from the lock; do nothing when it is already right."""
    want = stamps()[: 3 if development else 2]
    have = STAMP.read_text().split() if STAMP.exists() and PYTHON.exists() else []
    if have[: len(want)] == want:
        return
    # Without a stamp an earlier run was interrupted; another Python needs another .venv.
    if VENV.exists() and have[:1] != want[:1]:
        shutil.rmtree(VENV)
    STAMP.unlink(missing_ok=True)
    print("正在准备运行环境，第一次需要下载约 200 MB (preparing .venv) …", flush=True)
    if not install(LOCKS[1] if development else LOCKS[0]):
        sys.exit(
            "依赖没有装上。请检查网络；也可以先换用国内镜像再重复 (set a mirror and repeat):\n"
            f"  {PYTHON} -m pip config set global.index-url https://pypi.tuna.tsinghua.edu.cn/simple"
        )
    STAMP.write_text("\n".join(want))


def install(lock: str) -> bool:
    """Install the lock into .venv, with uv when the machine has it; whether that succeeded."""
    wanted = ["-r", str(ROOT / lock)]
    uv = shutil.which("uv")
    if uv and succeeds([uv, "venv", "-q", "--allow-existing", "-p", sys.executable, str(VENV)]):
        if succeeds([uv, "pip", "install", "-q", "--compile-bytecode", "-p", str(PYTHON), *wanted]):
            return True
        print("uv 没有装成，改用 pip (uv failed, trying pip) …", flush=True)
    pip = [str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check", "--no-input"]
    if not sys.stdout.isatty():
        pip.append("-q")
    return succeeds([sys.executable, "-m", "venv", str(VENV)]) and succeeds([*pip, *wanted])


def succeeds(command: list[str], *good: int, **more: str) -> bool:
    """Run a step in the root folder; whether it ended with 0 or another good status."""
    env, null = environment(**more), subprocess.DEVNULL
    return subprocess.call(command, cwd=ROOT, env=env, stdin=null) in (0, *good)


def needs_window(arguments: list[str]) -> bool:
    """Whether these arguments of the program open the window (a command and --help do not)."""
    values = False
    for argument in arguments:
        is_word = not values and not argument.startswith("-")
        if is_word or argument in ("-h", "--help", "--version", "--json"):
            return False
        values = argument in VALUED
    return True


def run(arguments: list[str]) -> int:
    """Start the program; on Linux it takes the place of this one."""
    window = needs_window(arguments)
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    screen = window and not platform
    if screen and LINUX and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        if not any(argument.split("=")[0] == "--smoke" for argument in arguments):
            sys.exit(
                "没有找到屏幕，窗口打不开。请在图形桌面的终端里运行，或装 Xvfb 后运行 xvfb-run -a "
                "python3 dev.py run；只用命令行：python3 dev.py run types。(No screen found.)"
            )
        screen, platform = False, "offscreen"
    prepare(development=False, screen=screen, qt=window)
    # -P: the caller's folder must not come before ours, whatever is called db there.
    command = [str(PYTHON), "-P", "-m", "desktop", *arguments]
    env = environment(**({"QT_QPA_PLATFORM": platform} if platform else {}))
    if not WINDOWS:
        os.execve(command[0], command, env)
    return subprocess.call(command, env=env)


def prepare(*, development: bool, screen: bool, qt: bool, package: bool = False) -> None:
    """Bring system libraries and .venv into the state this task needs."""
    if LINUX:
        needed = missing_packages(screen, qt, development, package)
        if needed:
            install_system_packages(needed)
    make_environment(development)


def test(arguments: list[str]) -> int:
    """Run every check, then say of each whether it passed; 0 when all did."""
    package = "--package" in arguments
    light = "(package or not heavy)" if package else "not heavy"
    marks = "not window" if "--heavy" in arguments else f"not window and {light}"
    chosen = [argument for argument in arguments if argument not in ("--heavy", "--package")]
    prepare(development=True, screen=LINUX and os.geteuid() == 0, qt=True, package=package)
    python = str(PYTHON)
    steps: list[tuple[str, Callable[[], bool | None]]] = [
        ("ruff format", partial(succeeds, [python, "-m", "ruff", "format", "--check"])),
        ("ruff check", partial(succeeds, [python, "-m", "ruff", "check"])),
        ("pyright", partial(succeeds, [python, "-m", "pyright", "--pythonpath", python])),
        ("lint-imports", partial(succeeds, [python, "-c", LINT_IMPORTS])),
        ("package", build_and_start if package else lambda: None),
        ("pytest, real windows", partial(test_windows, chosen)),
        ("pytest", partial(test_offscreen, chosen, marks)),
    ]
    lines: list[str] = []
    for name, step in steps:
        print(f"\n== {name}", flush=True)
        started = time.monotonic()
        outcome = {True: "通过 passed", False: "失败 FAILED", None: "跳过 skipped"}[step()]
        lines.append(f"{outcome}  {name}  {time.monotonic() - started:.0f} s")
    print("\n" + "\n".join(lines), flush=True)
    return 1 if any("FAILED" in line for line in lines) else 0


def test_offscreen(chosen: list[str], marks: str) -> bool:
    """Run the tests with these marks, none of which needs a screen."""
    command = [str(PYTHON), "-m", "pytest", "-q", "-m", marks, *chosen]
    return succeeds(command, QT_QPA_PLATFORM="offscreen")


def test_windows(chosen: list[str]) -> bool | None:
    """Run the tests of real windows on a screen of their own; None without Xvfb."""
    if not shutil.which("Xvfb"):
        print("没有 Xvfb，跳过真窗口测试 (apt-get install xvfb brings it)")
        return None
    reading, writing = os.pipe()
    screen = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    xvfb = subprocess.Popen(screen, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            display = told.readline().strip()
        if not display:
            print("Xvfb 没有启动 (Xvfb did not start)")
            return False
        command = [str(PYTHON), "-m", "pytest", "-q", "-m", "window", *chosen]
        env = {"DISPLAY": f":{display}", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": "xcb"}
        # 5: the tests chosen by the caller hold none of real windows.
        return succeeds(command, *([5] if chosen else []), **env)
    finally:
        xvfb.terminate()
        xvfb.wait()


def build_and_start() -> bool:
    """Build the package, then start what was built: a package that builds may still not start."""
    log = ROOT / "build" / "package.log"
    log.parent.mkdir(exist_ok=True)
    build = [str(PYTHON), "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", "build.spec"]
    with log.open("w") as kept:
        ended = subprocess.call(build, cwd=ROOT, env=environment(), stdout=kept, stderr=kept)
    if ended:
        print(log.read_text(errors="replace")[-4000:])
        return False
    picture = log.with_suffix(".png")
    picture.unlink(missing_ok=True)
    program = str(ROOT / "dist" / "sifasuo" / ("sifasuo.exe" if WINDOWS else "sifasuo"))
    # Away from the sources, so that nothing is found but what was packed.
    env = environment(QT_QPA_PLATFORM="offscreen", PYTHONPATH="")
    smoke = [program, "--demo", "--smoke", str(picture)]
    return subprocess.call(smoke, cwd=log.parent, env=env) == 0 and picture.exists()


def main() -> int:
    """Do what the command line asks; the exit status."""
    if len(sys.argv) < 2 or sys.argv[1] not in ("run", "test"):
        print(f"用法 (usage): {__doc__}")
        return 2
    other = suitable_python()
    if other:
        return subprocess.call([*other, *sys.argv])
    try:
        return (run if sys.argv[1] == "run" else test)(sys.argv[2:])
    except OSError as problem:
        sys.exit(f"没有完成：{problem}。请检查磁盘空间和文件夹权限后重试。(Not done.)")
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
