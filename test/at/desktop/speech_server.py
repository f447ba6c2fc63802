"""A speech server without a voice: speaks SSIP (the protocol of speech-dispatcher) and writes down what it is asked to say.

Orca, Chromium and Firefox take it for speech-dispatcher. One JSON object a line goes to the log: `ev` (SPEAK, CHAR, KEY, CANCEL,
BEGIN, END…), `client`, and for what is said `lang`, `voice`, `rate` and `text`.
"""
import html
import json
import os
import queue
import re
import socket
import threading
import time

VOICES = [('Chinese (Mandarin)', 'cmn', 'none'), ('Cantonese', 'yue', 'none'), ('English (Great Britain)', 'en-GB', 'none')]


class Client:
    """One program that speaks: what it has set, and the messages that wait."""

    def __init__(self, server, connection):
        self.server, self.connection = server, connection
        self.name, self.language, self.voice, self.rate = '?', None, None, None
        self.generation, self.waiting = 0, queue.Queue()
        self.cancelled, self.writing = threading.Event(), threading.Lock()

    def write(self, *lines):
        with self.writing:
            self.connection.sendall(''.join(line + '\r\n' for line in lines).encode())

    def say(self, text, event='SPEAK'):
        plain = html.unescape(re.sub(r'<[^>]*>', '', text))
        marks = re.findall(r'<mark name="([^"]*)"', text)
        number = self.server.next_number()
        self.server.record(ev=event, client=self.name, lang=self.language, voice=self.voice, rate=self.rate, text=plain)
        self.write(f'225-{number}', '225 OK MESSAGE QUEUED')
        self.waiting.put((number, plain, marks, self.generation))

    def speak_waiting(self):
        while True:
            message = self.waiting.get()
            if message is None:
                return
            number, plain, marks, generation = message
            try:
                if generation != self.generation:
                    self.write(f'703-{number}', '703-1', '703 CANCELED')
                    continue
                self.cancelled.clear()
                self.write(f'701-{number}', '701-1', '701 BEGIN')
                self.server.begin(number)
                for mark in marks:
                    self.write(f'700-{number}', '700-1', f'700-{mark}', '700 INDEX MARK')
                is_cancelled = self.cancelled.wait(.01 + len(plain) * self.server.seconds_a_character)
                code, word = ('703', 'CANCELED') if is_cancelled else ('702', 'END')
                self.server.end(number)
                self.write(f'{code}-{number}', f'{code}-1', f'{code} {word}')
            except OSError:
                return

    def set(self, key, words):
        if key == 'CLIENT_NAME':
            self.name = words[0].strip('"')
        elif key == 'LANGUAGE':
            self.language = words[0].strip('"')
        elif key == 'SYNTHESIS_VOICE':
            self.voice = ' '.join(words)
        elif key == 'RATE':
            self.rate = words[0]

    def answer(self, line):
        words = line.split()
        if not words:
            return True
        command, what = words[0].upper(), (words[1].upper() if len(words) > 1 else '')
        if command in ('CHAR', 'KEY', 'SOUND_ICON'):
            self.say(' '.join(words[1:]), command)
        elif command == 'SET':
            self.set(words[2].upper(), words[3:])
            self.write('208 OK SET')
        elif command == 'LIST' and what == 'OUTPUT_MODULES':
            self.write('250-espeak-ng', '250 OK MODULE LIST SENT')
        elif command == 'LIST' and what == 'SYNTHESIS_VOICES':
            self.write(*['249-' + '\t'.join(voice) for voice in VOICES], '249 OK VOICE LIST SENT')
        elif command == 'LIST':
            self.write('249-MALE1', '249 OK VOICE LIST SENT')
        elif command == 'GET':
            value = {'LANGUAGE': self.language or 'zh', 'OUTPUT_MODULE': 'espeak-ng'}.get(what, '0')
            self.write('251-' + value, '251 OK GET RETURNED')
        elif command == 'HISTORY':
            self.write('245-1', '245 OK CLIENT ID SENT')
        elif command == 'QUIT':
            self.write('231 HAPPY HACKING')
            return False
        else:
            if command in ('CANCEL', 'STOP'):
                self.server.record(ev=command, client=self.name)
                self.generation += 1
                self.cancelled.set()
            self.write('210 OK')
        return True

    def serve(self):
        threading.Thread(target=self.speak_waiting, daemon=True).start()
        text = None
        try:
            for raw in self.connection.makefile('rb'):
                line = raw.decode('utf-8', 'replace').rstrip('\r\n')
                if text is not None and line != '.':
                    text.append(line[1:] if line.startswith('..') else line)
                elif text is not None:
                    said, text = '\n'.join(text), None
                    self.say(said)
                elif line.split()[:1] and line.split()[0].upper() == 'SPEAK':
                    text = []
                    self.write('230 OK RECEIVING DATA')
                elif not self.answer(line):
                    break
        except OSError:
            pass
        self.waiting.put(None)
        self.connection.close()


class SpeechServer:
    def __init__(self, path, log):
        self.seconds_a_character = float(os.environ.get('SSIP_MS_PER_CHAR', '0')) / 1000
        self.log, self.lock = open(log, 'a', buffering=1, encoding='utf-8'), threading.Lock()
        self.events, self.speaking, self.number, self.last = [], set(), 0, time.time()
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.bind(path)
        self.socket.listen(16)
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while True:
            try:
                connection, _ = self.socket.accept()
            except OSError:
                return
            threading.Thread(target=Client(self, connection).serve, daemon=True).start()

    def next_number(self):
        with self.lock:
            self.number += 1
            return str(self.number)

    def record(self, **event):
        with self.lock:
            self.events.append(event)
            self.last = time.time()
            self.log.write(json.dumps(event, ensure_ascii=False) + '\n')

    def begin(self, number):
        self.speaking.add(number)
        self.last = time.time()

    def end(self, number):
        self.speaking.discard(number)
        self.last = time.time()
