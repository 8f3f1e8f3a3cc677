"""What a program does with pylast. Arguments: address of Segue, name of a listener, token of that one."""

import sys
import time

import pylast

root, user, token = sys.argv[1:]



class OverHttp(pylast.httpx.Client):
    """pylast knows https only."""

    def send(self, request, **options):
        request.url = request.url.copy_with(scheme="http")
        return super().send(request, **options)


pylast.httpx.Client = OverHttp


def fails(code, call):
    try:
        call()
    except pylast.WSError as error:
        assert int(error.get_id()) == code, (error.get_id(), str(error))
        return
    raise AssertionError(f"no failure {code}")


now = int(time.time())
fm = pylast.LibreFMNetwork(api_key="k", api_secret="s")
fm.ws_server = (root.removeprefix("http://"), "/2.0/")
keys = pylast.SessionKeyGenerator(fm)
fails(4, lambda: keys.get_session_key(user, pylast.md5("no such token")))
fm.session_key = keys.get_session_key(user, pylast.md5(token))
fm.scrobble("Anna & the “Others”", "<First> & “best”", now - 900, album="Álbum", album_artist="Various", track_number=3, duration=200)
fm.scrobble_many([
    {"artist": "A", "title": "Second", "timestamp": now - 600},
    {"artist": "A", "title": "", "timestamp": now - 500},
    {"artist": "A", "title": "Third", "timestamp": now - 300},
])
fm.update_now_playing("A", "Now", duration=300)
fm.get_track("A", "Second").love()
fm.get_track("A", "Third").love()
fm.get_track("A", "Third").unlove()
fm.session_key = "0" * 32
fails(9, lambda: fm.scrobble("A", "Lost", now))
print("well")
