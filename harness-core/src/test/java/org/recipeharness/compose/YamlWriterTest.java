package org.recipeharness.compose;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlWriterTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mode: 0444",
                "port: 22:22",
                "version: 1.10",
                "number: 5",
                "truth: true",
                "hex: 0x1F",
                "infinite: .inf",
                "time: 2026-01-01",
                "exponent: 1e3",
                "under: 1_000",
                "empty:",
                "tilde: ~",
                "nothing: null",
                "text: plain words",
                "mode: \"0444\"",
                "port: \"22:22\"",
                "flag: \"no\"",
                "version: \"1.10\"",
                "empty: \"\"",
                "null: \"null\"",
                "colon: \"a: b\"",
                "hash: \"a #b\"",
                "accent: \"é😀\""
            })
    void writesAScalarByteForByteAsItStood(String line) {
        // A key is always a text.
        String written = "\"" + line.replaceFirst(":", "\":") + "\n";

        assertThat(YamlWriter.write(read(line))).isEqualTo(written);
    }

    @Test
    void doublesEachDollarOfAValueSinceDockerInterpolatesOnceMore() {
        assertThat(YamlWriter.write(read("a: $x\nb: '${y}'\nc: [$$z]\n")))
                .isEqualTo("\"a\": $$x\n\"b\": \"$${y}\"\n\"c\":\n- $$$$z\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "No", "ON", "off", "y", "N"})
    void quotesATextThatAnOlderDockerWouldTakeForATruthValue(String text) {
        assertThat(YamlWriter.write(read("flag: " + text))).isEqualTo("\"flag\": \"" + text + "\"\n");
    }

    @Test
    void writesMappingsAndListsAsBlocks() {
        assertThat(YamlWriter.write(read("a: {b: {c: 1}, d: [x, z], e: [], f: {}}\n")))
                .isEqualTo("""
                        "a":
                          "b":
                            "c": 1
                          "d":
                          - x
                          - z
                          "e": []
                          "f": {}
                        """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: |\n  one\n    two\n\n  three\n",
                "a: |-\n  no end\n",
                "a: |+\n  more ends\n\n\n",
                "a: >\n  folded\n  text\n\n  next\n",
                "a: several\n  plain lines\n",
                "a: \"tab\\t quote\\\" back\\\\slash \\u00e9 \\0\"\n",
                "a: '  leading and trailing  '\n",
                "a: |\n  #!/bin/sh\n  echo \"it's: {fine}\" # really\n"
            })
    void keepsTextsThroughReadingWritingAndReading(String text) {
        Yaml.Mapping once = read(text);

        Yaml.Mapping again = read(YamlWriter.write(once));

        assertThat(again.text("a")).isEqualTo(once.text("a"));
    }

    private static Yaml.Mapping read(String text) {
        return new YamlReader("compose.yml").read(text);
    }
}
