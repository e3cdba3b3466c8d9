package org.recipeharness.symptom;

import java.util.List;

/** Something of the node or of a server that is used up. */
final class ResourceLines {

    static final List<KnownLine> ALL = List.of(
            KnownLine.of(
                    Sign.USED_UP,
                    "(?i)could not resize shared memory segment.*no space left on device",
                    "The container's shared memory (/dev/shm) is used up: swarm gives a task 64 MB",
                    "Mount a larger tmpfs at /dev/shm"),
            KnownLine.of(
                    Sign.USED_UP,
                    "(?i)\\binotify\\b.*\\b(?:limit|no space left|too many)|system limit for number of file watchers reached",
                    "The node has no inotify watches left",
                    "Raise fs.inotify.max_user_watches and max_user_instances on the node (sysctl)"),
            KnownLine.of(
                    Sign.DISK_FULL,
                    "(?i)\\bno space left on (?:the )?device\\b|\\bENOSPC\\b|\\bdisk quota exceeded\\b|\\bdatabase or disk is full\\b|Errcode: 28\\b",
                    "The node's disk, or a quota on it, is full",
                    "Free space on the node: 'docker system df' and 'df -h' show what takes it; inodes may be used up too ('df -i')"),
            KnownLine.of(
                    Sign.USED_UP,
                    "(?i)\\bFATAL:.*\\btoo many (?:connections|clients)\\b|\\bsorry, too many clients already\\b"
                            + "|\\bremaining connection slots are reserved\\b|\\btoo many connections for (?:role|database|user)\\b"
                            + "|(?:\\b1040\\b|\\b08004\\b|\\bER_CON_COUNT_ERROR\\b).*\\btoo many connections\\b"
                            + "|\\btoo many connections['\"]?$|\\bmax number of clients reached\\b"
                            + "|connection refused because too many open connections",
                    "The database server has no connection left",
                    "Raise its limit (max_connections, maxclients), or let the app and its workers keep smaller pools"),
            KnownLine.of(
                    Sign.USED_UP,
                    "(?i)\\btoo many open files\\b|\\bEMFILE\\b|\\bENFILE\\b",
                    "The program may open no more files",
                    "Raise 'ulimits: nofile' of the service or of the engine, or find what leaves files open"),
            KnownLine.of(
                    Sign.USED_UP,
                    "(?i)max virtual memory areas vm\\.max_map_count \\[\\d+\\] is too low",
                    "The node's vm.max_map_count is too low for Elasticsearch or OpenSearch",
                    "Set it on the node: sysctl -w vm.max_map_count=262144"));

    private ResourceLines() {}
}
