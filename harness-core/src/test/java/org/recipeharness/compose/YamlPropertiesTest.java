package org.recipeharness.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;
import org.recipeharness.properties.ForAnyInput;
import org.recipeharness.recipe.Origin;

class YamlPropertiesTest {

    private static final Origin ORIGIN = Origin.of("the test");

    @ForAnyInput
    void whatIsWrittenIsReadBack(@ForAll("documents") Yaml.Mapping document) {
        Yaml.Mapping read = new YamlReader("compose.yml").read(YamlWriter.write(document));

        // The writer doubles dollars for docker, which interpolates once more.
        assertThat(PlainTree.of(new TreeInterpolation(Variables.none()).apply(read)))
                .isEqualTo(PlainTree.of(document));
    }

    @ForAnyInput
    void anyTextIsReadOrItsFileIsTold(@ForAll String text) {
        assertIsReadOrItsFileIsTold(text);
    }

    @ForAnyInput
    void anyDamageIsReadOrItsFileIsTold(@ForAll("damaged") String text) {
        assertIsReadOrItsFileIsTold(text);
    }

    private static void assertIsReadOrItsFileIsTold(String text) {
        try {
            ComposeDocument.read("compose.yml", text, Variables.none());
        } catch (ComposeException e) {
            assertThat(e.getMessage()).startsWith("compose.yml").contains(": ");
        }
    }

    @Provide
    Arbitrary<Yaml.Mapping> documents() {
        return mappings(trees());
    }

    private Arbitrary<Yaml> trees() {
        return Arbitraries.lazyOf(
                () -> scalars().map(scalar -> (Yaml) scalar),
                () -> scalars().map(scalar -> (Yaml) scalar),
                () -> trees().list().ofMaxSize(3).map(items -> (Yaml) new Yaml.Sequence(items, ORIGIN)),
                () -> mappings(trees()).map(mapping -> (Yaml) mapping));
    }

    private static Arbitrary<Yaml.Mapping> mappings(Arbitrary<Yaml> values) {
        Arbitrary<String> keys = texts().filter(key -> !"<<".equals(key));
        return Arbitraries.maps(keys, values)
                .ofMaxSize(3)
                .map((Map<String, Yaml> entries) -> new Yaml.Mapping(entries, ORIGIN));
    }

    private static Arbitrary<Yaml.Scalar> scalars() {
        Arbitrary<Yaml.Scalar> plain = Arbitraries.of(
                        "",
                        "~",
                        "null",
                        "true",
                        "False",
                        "yes",
                        "0444",
                        "0o17",
                        "0x1F",
                        "1_000",
                        "-1.50",
                        "1e3",
                        ".5",
                        "22:22",
                        "2001-01-01",
                        "2001-12-14t21:59:43.10-05:00",
                        ".inf",
                        "app:1.10",
                        "a b",
                        "a#b",
                        "5m",
                        "-x")
                .map(text -> Yaml.Scalar.plain(text, ORIGIN));
        return Arbitraries.oneOf(plain, texts().map(text -> Yaml.Scalar.text(text, ORIGIN)));
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        "",
                        " ",
                        "0444",
                        "1.10",
                        "true",
                        "no",
                        "null",
                        "~",
                        "22:22",
                        "2001-01-01",
                        "$",
                        "$$",
                        "${A:-b}",
                        "a: b",
                        "- a",
                        "# a",
                        "a #b",
                        "&a",
                        "*a",
                        "!a",
                        "%a",
                        "@a",
                        "`a`",
                        "'",
                        "\"",
                        "\\",
                        "a\nb",
                        "a\n\n b\n",
                        "\t",
                        "\r",
                        "\u0000",
                        "\u0085",
                        "\u2028",
                        "\uFEFF",
                        "é",
                        "😀",
                        "{",
                        "[",
                        "|",
                        ">",
                        "<<",
                        "=",
                        "---",
                        "..."),
                Arbitraries.strings().ofMaxLength(10));
    }

    @Provide
    Arbitrary<String> damaged() {
        String document = """
                version: "3.8"
                x-a: &a {image: a, labels: [a=b]}
                services:
                  app:
                    <<: *a
                    ports: ["80:80", {target: 1, published: 2}]
                    volumes: ["a:/a:ro"]
                    environment: [A, B=1]
                    extra_hosts: {a: 1.1.1.1}
                    healthcheck: {test: x}
                    networks: [a]
                    deploy: {replicas: 1, labels: {a: 1}}
                    secrets: [s]
                    build: {context: ., args: {A: 1}}
                networks: {a: {external: true, labels: [a]}}
                """;
        Arbitrary<String> pieces = Arbitraries.of(
                "", "[", "]", "{", "}", ":", "- ", "\n", "  ", "*a", "&b ", "!!x ", "\"", "'", "~", "5", "null", "<<: ",
                ",", "#", "$", "?");
        return Arbitraries.integers()
                .between(0, document.length())
                .tuple2()
                .flatMap(range -> pieces.map(piece -> {
                    int from = Math.min(range.get1(), range.get2());
                    int to = Math.min(Math.max(range.get1(), range.get2()), from + 12);
                    return document.substring(0, from) + piece + document.substring(to);
                }));
    }
}
