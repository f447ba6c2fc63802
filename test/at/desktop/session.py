"""A desktop of its own: an X server, D-Bus, AT-SPI, a window manager and a speech server.

`python3 session.py COMMAND…` runs a command inside one; the speech server records, and `$AT_DIR/ssip.jsonl` is what was said.
`python3 session.py --sound COMMAND…` gives it a real speech server and a sound card, which is heard at `null.monitor`.
Stops only what it started.
"""
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time

from speech_server import SpeechServer


SPEECH_DISPATCHER = '''
DefaultVolume 100
AudioOutputMethod "pulse"
AddModule "espeak-ng" "sd_espeak-ng" "espeak-ng.conf"
DefaultModule espeak-ng
'''


# Sound that comes late is lost. As on a desktop, where it has the processor first; who is not root has to do without.
FIRST = ['nice', '-n', '-20']


class Session:
    def __init__(self, locale='zh_CN.UTF-8', sound=False):
        self.directory, self.locale, self.sound, self.processes = tempfile.mkdtemp(prefix='at-'), locale, sound, []

    def launch(self, name, args, **options):
        log = open(f'{self.directory}/{name}.log', 'ab')
        process = subprocess.Popen(args, env=self.env, stdin=subprocess.DEVNULL, stdout=options.pop('stdout', log), stderr=log,
                                   start_new_session=True, **options)
        self.processes.append(process)
        return process

    def start(self):
        try:
            self._start()
            return self
        except BaseException:
            self.stop()
            raise

    def _start(self):
        d = self.directory
        for folder in ('home', 'run/speech-dispatcher', 'config', 'data', 'cache'):
            os.makedirs(f'{d}/{folder}')
        os.chmod(f'{d}/run', 0o700)
        self.env = dict(os.environ, HOME=f'{d}/home', XDG_RUNTIME_DIR=f'{d}/run', XDG_CONFIG_HOME=f'{d}/config',
                        XDG_DATA_HOME=f'{d}/data', XDG_CACHE_HOME=f'{d}/cache', LANG=self.locale, LC_ALL=self.locale,
                        XDG_SESSION_TYPE='x11', NO_AT_BRIDGE='0', ACCESSIBILITY_ENABLED='1', GNOME_ACCESSIBILITY='1',
                        MOZ_ENABLE_WAYLAND='0')
        read, write = os.pipe()
        self.launch('xvfb', ['Xvfb', '-displayfd', str(write), '-screen', '0', '1280x900x24', '-nolisten', 'tcp', '-noreset'],
                    pass_fds=(write,))
        os.close(write)
        self.env['DISPLAY'] = ':' + os.read(read, 16).decode().strip()
        bus = self.launch('dbus', ['dbus-daemon', '--session', '--nofork', '--print-address', '--nopidfile'], stdout=subprocess.PIPE)
        self.env['DBUS_SESSION_BUS_ADDRESS'] = bus.stdout.readline().decode().strip()
        self.launch('openbox', ['openbox'])
        self.launch('atspi', ['/usr/libexec/at-spi-bus-launcher', '--launch-immediately', '--a11y=1', '--screen-reader=1'])
        address = f'{d}/run/speech-dispatcher/speechd.sock'
        self.env.update(SPEECHD_ADDRESS=f'unix_socket:{address}', AT_DIR=d)
        if self.sound:
            self._start_sound(address)
        else:
            self.speech = SpeechServer(address, f'{d}/ssip.jsonl')

    def _start_sound(self, address):
        d, card = self.directory, f'{self.directory}/run/pulse.sock'
        self.env['PULSE_SERVER'] = f'unix:{card}'
        self.launch('pulseaudio', [*FIRST, 'pulseaudio', '-n', '--daemonize=no', '--exit-idle-time=-1', '--disable-shm=yes', '--use-pid-file=no',
                                   '-L', f'module-native-protocol-unix auth-anonymous=1 socket={card}',
                                   '-L', 'module-null-sink sink_name=null rate=22050 channels=1'])
        self.wait(lambda: os.path.exists(card), 20, 'no sound card')
        config = f'{d}/config/speech-dispatcher'
        shutil.copytree('/etc/speech-dispatcher', config)
        with open(f'{config}/speechd.conf', 'w') as file:
            file.write(SPEECH_DISPATCHER)
        self.launch('speechd', [*FIRST, 'speech-dispatcher', '-s', '-c', 'unix_socket', '-S', address, '-C', config, '-L', d,
                                '-P', f'{d}/run/speechd.pid', '-t', '0'])
        self.wait(lambda: os.path.exists(address), 20, 'no speech server')

    def wait(self, condition, seconds, what):
        end = time.time() + seconds
        while time.time() < end:
            result = condition()
            if result:
                return result
            time.sleep(.05)
        raise TimeoutError(what)

    def run(self, *args):
        return subprocess.run(args, env=self.env, capture_output=True, text=True).stdout

    def wait_for_quiet(self, idle, seconds, first=0):
        """Waits until nothing has been said for `idle` seconds; `first` is how long the first word may take."""
        end, begin, before = time.time() + seconds, time.time(), len(self.speech.events)
        while time.time() < end:
            time.sleep(.03)
            if len(self.speech.events) == before and time.time() - begin < first:
                continue
            if not self.speech.speaking and time.time() - max(self.speech.last, begin) > idle:
                return

    def stop(self):
        for process in reversed(self.processes):
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGTERM)
        for process in reversed(self.processes):
            try:
                process.wait(3)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()


if __name__ == '__main__':
    sound = sys.argv[1] == '--sound'
    session = Session(sound=sound).start()
    try:
        code = subprocess.call(sys.argv[2 if sound else 1:], env=session.env)
    finally:
        session.stop()
    sys.exit(code)
