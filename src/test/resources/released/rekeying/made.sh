# Makes the kept database of RekeyingTest: sh made.sh FOLDER-OF-48388cf/quarkus-app OUT.db.gz (needs curl, jar, gzip, python3).
# It plays three songs under two or three spellings each, and five pairs that must not be joined, to the application of then.
set -e
APP=$1; OUT=$2
D=$(mktemp -d); PORT=5731; T=administrator-of-the-fixture
java -Xmx512m -Dsegue.data-dir=$D/data -Dquarkus.http.port=$PORT -Dsegue.access.admin-token=$T -Dsegue.training.retrain=off -Dsegue.demo=false -jar $APP/quarkus-run.jar > $D/log 2>&1 &
P=$!
for i in $(seq 60); do curl -sf localhost:$PORT/q/health/ready >/dev/null 2>&1 && break; sleep 1; done
H="Authorization: Bearer $T"
send() { # file
  J=$(curl -s -H "$H" -F "file=@$1" "localhost:$PORT/api/imports?source=kept" | sed 's/.*"id":\([0-9]*\).*/\1/')
  for i in $(seq 60); do S=$(curl -s localhost:$PORT/api/imports/$J); case "$S" in *completed*) return;; *failed*) echo "$S"; exit 1;; esac; sleep 0.5; done; }
line() { # time artist title [more of additional_info] [album]
  printf '{"listened_at":%s,"track_metadata":{"artist_name":"%s","track_name":"%s","additional_info":{%s}%s}}\n' "$1" "$2" "$3" "$4" "${5:+,\"release_name\":\"$5\"}"; }
mkdir -p $D/e/listens/2023
printf '{"user_id":1,"username":"anna"}' > $D/e/user.json
{
line 1690000000 "Coldplay" "Clocks" '"recording_mbid":"00000000-0000-4000-8000-0000000000a1","duration_ms":300000' "Rush"
line 1690001000 "Coldplay" "Clocks" '"recording_mbid":"00000000-0000-4000-8000-0000000000a1","duration_ms":300000' "Rush"
line 1690002000 "Coldplay" "Clocks (Official Video)" ''
line 1690003000 "Coldplay" "Clocks [Lyrics]" ''
line 1690004000 "R.E.M." "Drive" '"duration_ms":200000' "Automatic"
line 1690005000 "REM" "Drive" '"duration_ms":204000' "Best of"
line 1690006000 "AC/DC" "T.N.T." '"duration_ms":200000' "TNT"
line 1690007000 "ACDC" "TNT" '"duration_ms":260000' "Live"
line 1690008000 "Adele" "Hello" '"recording_mbid":"00000000-0000-4000-8000-0000000000b1"'
line 1690009000 "AdeleVEVO" "Hello" '"recording_mbid":"00000000-0000-4000-8000-0000000000b2"'
line 1690010000 "Simon & Garfunkel" "America" ''
line 1690011000 "Simon and Garfunkel" "America" ''
line 1690012000 "Beatles, The" "Help!" ''
line 1690013000 "The Beatles" "Help!" ''
line 1690014000 "Ärzte" "Straße" ''
line 1690015000 "Ärzte" "STRASSE" ''
line 1690016000 "Ärzte" "Straße (Live)" ''
} > $D/e/listens/2023/7.jsonl
(cd $D/e && jar -cMf ../e.zip .)
send $D/e.zip
# Another source tells one of the plays three seconds later, under the other spelling.
mkdir -p $D/f/listens/2023; cp $D/e/user.json $D/f; line 1690000003 "Coldplay" "Clocks (Official Video)" '' > $D/f/listens/2023/7.jsonl
(cd $D/f && jar -cMf ../f.zip .)
send $D/f.zip
song() { curl -s "localhost:$PORT/api/songs?limit=500" | tr '{' '\n' | grep -F "\"title\":\"$1\",\"artist\":\"$2\"" | sed 's/.*"id":"\([^"]*\)".*/\1/' | head -1; }
say() { curl -sf -X PUT -H "$H" -H 'Content-Type: application/json' -d "{\"verdict\":\"$2\"}" "localhost:$PORT/api/users/anna/feedback/songs/$1" > /dev/null; }
say "$(song 'Clocks [Lyrics]' Coldplay)" love
say "$(song 'America' 'Simon & Garfunkel')" love
say "$(song 'America' 'Simon and Garfunkel')" dislike
sleep 6
kill $P; wait $P || true
python3 - $D/data/segue.db <<'PY'
import sqlite3,sys
c=sqlite3.connect(sys.argv[1]); c.execute("PRAGMA wal_checkpoint(TRUNCATE)"); c.isolation_level=None
c.execute("VACUUM")
PY
gzip -9 -n -c $D/data/segue.db > $OUT
