package org.recipeharness.report.model;

import java.util.List;

/**
 * A red test with all that its reader may want to know.
 *
 * @param failed what failed
 * @param facts what was tested: recipe, version, commit, domain and their like, each a line
 * @param findings what may be the reason; evidence and no verdict
 * @param adapted what was made different for the host, or because the test asked for it
 * @param readiness how much of its budget each probe has used
 * @param services what became of each service; empty where nothing was sent
 * @param files what else was kept, by file name
 * @param command what repeats the test, for a shell
 */
public record RedTest(
        Failed failed,
        List<Note> facts,
        List<Note> findings,
        List<Note> adapted,
        List<Note> readiness,
        List<ServiceStory> services,
        List<Note> files,
        String command) {

    public RedTest {
        facts = List.copyOf(facts);
        findings = List.copyOf(findings);
        adapted = List.copyOf(adapted);
        readiness = List.copyOf(readiness);
        services = List.copyOf(services);
        files = List.copyOf(files);
    }
}
