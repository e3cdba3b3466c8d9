package org.recipeharness.backup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Reads what restic really wrote. */
class ResticSummaryTest {

    private static final String OF_0_14 = """
            {"message_type":"status","percent_done":0,"total_files":1,"total_bytes":2}
            {"message_type":"status","percent_done":1,"total_files":6,"files_done":6,"total_bytes":3000019,"bytes_done":3000019,"current_files":["/var/lib/docker/volumes/x_data/_data/big"]}
            {"message_type":"summary","files_new":6,"files_changed":0,"files_unmodified":0,"dirs_new":9,"dirs_changed":0,"dirs_unmodified":0,"data_blobs":5,"tree_blobs":10,"data_added":3005746,"total_files_processed":6,"total_bytes_processed":3000019,"total_duration":0.317724983,"snapshot_id":"b5d022dc"}
            """;

    private static final String OF_0_18 = """
            {"message_type":"status","percent_done":1,"total_files":1,"files_done":1,"total_bytes":7,"bytes_done":7}
            {"message_type":"summary","files_new":1,"files_changed":0,"files_unmodified":0,"dirs_new":8,"dirs_changed":0,"dirs_unmodified":0,"data_blobs":0,"tree_blobs":7,"data_added":2422,"data_added_packed":2050,"total_files_processed":1,"total_bytes_processed":7,"total_duration":0.442734903,"backup_start":"2026-11-25T19:29:52.093867608Z","backup_end":"2026-11-25T19:29:52.536602522Z","snapshot_id":"6d02b9ee91bbcc3f198eabb3d8d373615afd8528d917133b2f6ab8c82f2ad7a3"}
            """;

    @Test
    void isReadOfAnOldAndOfANewRelease() {
        assertThat(ResticSummary.in(OF_0_14)).contains(new ResticSummary("b5d022dc", 3_000_019));
        assertThat(ResticSummary.in(OF_0_18))
                .contains(new ResticSummary("6d02b9ee91bbcc3f198eabb3d8d373615afd8528d917133b2f6ab8c82f2ad7a3", 7));
    }

    @Test
    void isNothingThatAFileIsCalled() {
        String status =
                "{\"message_type\":\"status\",\"current_files\":[\"/x/{\\\"message_type\\\":\\\"summary\\\",\\\"snapshot_id\\\":\\\"b5d022dc\\\"\"]}\n";
        assertThat(ResticSummary.in(status)).isEmpty();
        assertThat(ResticSummary.in("created restic repository 5761393250 at /repository\n"))
                .isEmpty();
        assertThat(ResticSummary.in("")).isEmpty();
    }
}
