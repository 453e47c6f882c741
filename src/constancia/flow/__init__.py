"""The only rooms that know the order of the stages; each module is one stretch of the way.

coding.py, linking.py   Text -> [gate] -> read -> code [-> link]              texts that are already clean
pages.py                Snapshot, bytes -> extract -> [gate] -> read -> code  all that is made of one page; pure
run.py                  captures -> archive -> pages.py -> store              the main job, resumed where it stopped
ledger.py               store -> copies -> link -> tally -> store             what is made of the whole record
grown.py                store, a few pages more -> store                      the same, by look-ups
release.py              store -> tally's policies -> publish                  what leaves the record
victims.py              restricted export -> persons for estimate             a record as one list of victims
workers.py              any of these over processes, with a time limit for each piece of work
"""
