"""What liblistenbrainz asks for, of a fresh user. usage: try-liblistenbrainz.py BASE USER TOKEN"""
import sys
import time

import liblistenbrainz
from liblistenbrainz.errors import InvalidAuthTokenException, ListenBrainzAPIException

base, user, token = sys.argv[1:4]
client = liblistenbrainz.ListenBrainz(api_base_url=base)
mbid = "a1b2c3d4-0001-4000-8000-000000000001"
now = int(time.time())


def refused(status, call):
    try:
        call()
    except InvalidAuthTokenException:
        assert status is None
    except ListenBrainzAPIException as e:
        assert e.status_code == status, (status, e)
    else:
        raise AssertionError("not refused")


def listen(title, at, **more):
    return liblistenbrainz.Listen(track_name=title, artist_name="Ossian Vale", listened_at=at, **more)


refused(None, lambda: client.set_auth_token("nonsense"))
client.set_auth_token(token)
sent = listen("Lantern Weather", now - 600, release_name="Quiet Engines", recording_mbid=mbid,
              artist_mbids=["a1b2c3d4-0002-4000-8000-000000000002"], release_mbid="a1b2c3d4-0003-4000-8000-000000000003",
              tags=["ambient", "slow"], tracknumber=3, listening_from="a test", isrc="GBXYZ2600001",
              additional_info={"duration_ms": 201000, "media_player": "tester"})
client.submit_single_listen(sent)
client.submit_single_listen(sent)
client.submit_multiple_listens([listen(f"Many {i}", now - 900000 + i * 300) for i in range(1000)])
refused(400, lambda: client.submit_multiple_listens([listen("Many", now - 900000 + i) for i in range(1001)]))
refused(400, lambda: client.submit_single_listen(listen("Without a time", None)))
client.submit_playing_now(listen("Now", None))
assert client.get_playing_now(user).track_name == "Now"
refused(404, lambda: client.get_listens("nobody-there"))

back = client.get_listens(user, count=1)[0]
for name in ("track_name", "artist_name", "release_name", "recording_mbid", "artist_mbids", "release_mbid", "tags",
             "tracknumber", "listening_from", "isrc", "listened_at"):
    assert getattr(back, name) == getattr(sent, name), (name, getattr(back, name))
assert back.additional_info["duration_ms"] == 201000, back.additional_info
assert client.get_user_listen_count(user) == 1001

client.submit_user_feedback(1, mbid)
refused(404, lambda: client.submit_user_feedback(1, "ffffffff-0001-4000-8000-000000000001"))
loved = client.get_user_feedback(user, 1, True)["feedback"]
assert loved[0]["track_metadata"]["track_name"] == "Lantern Weather", loved
assert client.get_user_artists(user)["payload"]["artists"][0]["artist_name"] == "Ossian Vale"
assert client.get_user_recordings(user)["payload"]["total_recording_count"] == 1001
assert client.get_user_releases(user)["payload"]["releases"][0]["release_name"] == "Quiet Engines"
assert client.get_user_release_groups(user)["payload"]["count"] == 1
client.delete_listen(back)
assert client.get_user_listen_count(user) == 1000
