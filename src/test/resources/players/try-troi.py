"""troi's lists, of a user whom a model knows. troi has ListenBrainz's address in its code: each of its requests is sent here
instead. usage: try-troi.py BASE USER TOKEN"""
import logging
import re
import sys

import requests

base, user, token = sys.argv[1:4]
send = requests.Session.request


def here(self, method, url, **more):
    other = re.match(r"https://(?:api|labs\.api)\.listenbrainz\.org(.*)", url)
    url = base + other.group(1) if other else url
    assert url.startswith(base), "would leave the machine: " + url
    answer = send(self, method, url, **more)
    assert answer.status_code < 300, (method, url, answer.status_code, answer.text[:300])
    return answer


requests.Session.request = here
logging.basicConfig(level=logging.WARNING)
from troi.patches.periodic_jams import PeriodicJamsPatch  # noqa: E402
from troi.patches.recs_to_playlist import RecommendationsToPlaylistPatch  # noqa: E402


def songs(patch, **arguments):
    made = patch({"user_name": user, "quiet": True, "token": token, "upload": False, "created_for": None,
                  "min_recordings": 1, "save": False, **arguments}).generate_playlist()
    return [song for playlist in made.playlists for song in playlist.recordings]


assert songs(RecommendationsToPlaylistPatch, type="raw")
for kind in ("daily-jams", "weekly-jams", "weekly-exploration"):
    found = songs(PeriodicJamsPatch, type=kind, jam_date=None)
    assert found and all(song.name and song.artist_credit.name for song in found), (kind, found)
