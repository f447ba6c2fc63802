"""What Orca says: `python3 transcript.py chromium|firefox URL KEY…` prints each key and what is said after it.

A key is as in xdotool (`Tab`, `h`, `Down`, `Return`). What must be said before the next one, however long it takes, stands after
an ellipsis: `F5…更新`. What is said of the loading of a page varies, and is left out; so is what comes before what is waited for,
and after it: Orca reads the line where it goes on before or after an announcement, as it happens to look. After a tilde stands
what must be said in whatever sentence (a low line for a space): where a dialog closes, Orca says now all of what has the focus,
now only what changed.
"""
import json
import os
import re
import sys

from session import Session

browser, url, *keys = sys.argv[1:]

ORCA = '''
import orca.settings as settings
settings.sayAllOnLoad = False
settings.enableKeyEcho = False
settings.presentTimeAndDate = False
'''

FIREFOX = {
    'accessibility.force_disabled': -1, 'browser.newtab.preload': False, 'browser.startup.page': 0, 'browser.aboutwelcome.enabled': False,
    'browser.shell.checkDefaultBrowser': False, 'datareporting.policy.dataSubmissionEnabled': False, 'datareporting.policy.firstRunURL': '',
    'browser.startup.homepage_override.mstone': 'ignore', 'toolkit.telemetry.reportingpolicy.firstRun': False, 'app.update.enabled': False,
    'termsofuse.bypassNotification': True, 'browser.preonboarding.enabled': False, 'browser.translations.enable': False,
}


def command(session):
    profile = f'{session.directory}/profile'
    if browser == 'firefox':
        os.makedirs(profile)
        with open(f'{profile}/user.js', 'w') as file:
            file.writelines(f'user_pref({json.dumps(key)}, {json.dumps(value)});\n' for key, value in FIREFOX.items())
        return ['firefox-esr', '--no-remote', '--profile', profile, '--kiosk', url]
    os.makedirs(f'{profile}/Default')
    with open(f'{profile}/Default/Preferences', 'w') as file:
        json.dump({'translate': {'enabled': False}}, file)
    return ['chromium', '--no-sandbox', '--no-first-run', '--disable-gpu', '--force-renderer-accessibility', '--disable-dev-shm-usage',
            '--disable-features=Translate,MediaRouter', '--no-default-browser-check', '--password-store=basic', '--test-type',
            f'--user-data-dir={profile}', '--window-size=1200,850', '--window-position=0,0', f'--app={url}']


OVERVIEW = '个界标'
LOADING = re.compile(f'^(正在载入|载入 .*完成|有 .*{OVERVIEW})')

session = Session().start()
try:
    settings = f"{session.env['XDG_DATA_HOME']}/orca"
    os.makedirs(settings)
    with open(f'{settings}/orca-customizations.py', 'w') as file:
        file.write(ORCA)
    session.launch('orca', ['orca', '--replace'])
    session.wait(lambda: session.speech.events, 30, 'Orca did not speak')
    session.wait_for_quiet(.5, 10)
    before = len(session.speech.events)
    session.launch('browser', command(session))
    windows = session.wait(lambda: session.run('xdotool', 'search', '--onlyvisible', '--class', browser).split(), 60, 'no window')
    session.wait(lambda: '·' in session.run('xdotool', 'getwindowname', windows[-1]), 30, 'no title')
    session.run('xdotool', 'windowactivate', '--sync', windows[-1])
    # What Orca says last of a page that loads; on a busy machine it comes long after the first words.
    session.wait(lambda: any(OVERVIEW in event.get('text', '') for event in session.speech.events[before:]), 60,
                 'Orca said nothing of the page')
    session.wait_for_quiet(2, 30)
    for step in keys:
        key, mark, awaited = re.fullmatch('([^…~]+)([…~]?)(.*)', step).groups()
        awaited = awaited.replace('_', ' ')
        before = len(session.speech.events)
        # As a hand does it: what is held is let go last.
        *held, struck = key.split('+')
        session.run('xdotool', *[word for each in held for word in ('keydown', each)], 'key', struck,
                    *[word for each in reversed(held) for word in ('keyup', each)])
        session.wait(lambda: any(awaited in event.get('text', '') for event in session.speech.events[before:]) or not awaited, 60,
                     f'{awaited} was not said after {key}')
        # Return may lead to another page, of which nothing is said until it is there.
        session.wait_for_quiet(1.5, 25, first=30 if key == 'Return' else 3)
        print(f'[{key}]')
        said = session.speech.events[before:]
        if awaited:
            said = [next(event for event in said if awaited in event.get('text', ''))]
            if mark == '~':
                said = [{**said[0], 'text': awaited}]
        for event in said:
            is_orca = event['ev'] in ('SPEAK', 'CHAR', 'KEY') and 'rca' in event['client']
            if is_orca and not LOADING.match(event['text']):
                # Whether a link counts as visited depends on when the browser writes its history down.
                print(f"    {event['text'].strip().replace('已经访问的连接', '链接')}")
finally:
    session.stop()
