"""One window per ledger: a second start brings the first window to the front and ends."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCryptographicHash, QLockFile, QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

__all__ = ["OneWindow"]

_LOCK_NAME = "window.lock"
_RAISE = b"raise\n"
_PATIENCE_MS = 500


class OneWindow(QObject):
    """Holds the lock of a ledger's folder and listens for a second start."""

    asked_to_rise = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        path = str(folder.resolve()).encode()
        digest = QCryptographicHash.hash(path, QCryptographicHash.Algorithm.Sha256)
        self._name = f"sifasuo-{bytes(digest.toHex().data()).decode()[:24]}"
        self._lock = QLockFile(str(folder / _LOCK_NAME))
        # The process that holds it is asked for by its id; a dead one frees it at once.
        self._lock.setStaleLockTime(0)
        self._server: QLocalServer | None = None

    def take(self) -> bool:
        """Whether this is the only window; False when another one has the ledger open.

        A folder that cannot be written is left to the store, which says so in words.
        """
        if self._lock.tryLock(0):
            return True
        return self._lock.error() != QLockFile.LockError.LockFailedError

    def listen(self) -> None:
        """Wait for second starts; done after the first paint, since QtNetwork costs 7 ms."""
        network = import_module("PySide6.QtNetwork")
        network.QLocalServer.removeServer(self._name)
        server: QLocalServer = network.QLocalServer(self)
        server.setSocketOptions(network.QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._answer)
        server.listen(self._name)
        self._server = server

    def raise_other(self) -> bool:
        """Ask the window that has the ledger open to come to the front; whether it heard."""
        network = import_module("PySide6.QtNetwork")
        socket = network.QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_PATIENCE_MS):
            return False
        socket.write(_RAISE)
        heard = bool(socket.waitForBytesWritten(_PATIENCE_MS))
        socket.disconnectFromServer()
        return heard

    def release(self) -> None:
        """Free the ledger for another window."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    def _answer(self) -> None:
        if self._server is not None and (socket := self._server.nextPendingConnection()):
            socket.disconnected.connect(socket.deleteLater)
            self.asked_to_rise.emit()
