package org.recipeharness.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FindingsPageTest {

    private static final Path PAGE = Path.of("../docs/findings.md");

    @Test
    void hasARowForEachRuleWithItsSeverity() throws IOException {
        List<String> expected = Arrays.stream(Rule.values())
                .map(rule -> rule + " " + rule.severity())
                .toList();

        assertThat(rows().map(cells -> cells.get(1).replace("`", "") + " " + cells.get(3)))
                .containsExactlyElementsOf(expected);
    }

    @Test
    void leavesNoCellEmpty() throws IOException {
        assertThat(rows())
                .allSatisfy(cells ->
                        assertThat(cells.subList(1, cells.size())).hasSize(4).noneMatch(String::isEmpty));
    }

    private static Stream<List<String>> rows() throws IOException {
        return Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> Stream.of(line.split("\\|")).map(String::strip).toList());
    }
}
