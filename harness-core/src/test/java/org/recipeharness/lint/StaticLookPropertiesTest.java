package org.recipeharness.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.jspecify.annotations.NullUnmarked;
import org.recipeharness.properties.ForAnyInput;

/** Whatever is written in a recipe, it is told as findings. */
@NullUnmarked
class StaticLookPropertiesTest {

    private static final List<String> FILES =
            List.of("compose.yml", "compose.smtp.yml", ".env.sample", "abra.sh", "README.md", "app.conf.tmpl");

    private static final String[] NAMES = {"app", "db", "data", "db_password", "app_conf", "<<", "", "a.b"};

    private static final String[] FIELDS = {
        "image", "deploy", "labels", "healthcheck", "interval", "environment", "secrets", "configs", "volumes",
                "networks",
        "name", "external", "file", "depends_on", "ports", "update_config", "delay", "source", "stop_grace_period",
                "env_file",
        "backupbot.backup", "backupbot.backup.volumes.data.path", "traefik.enable"
    };

    private static final String[] VALUES = {
        "",
        "~",
        "true",
        "3.8",
        "5m",
        "demo/app:1.2.3",
        "a@b",
        ":",
        "/:",
        "app",
        "db",
        "data",
        "a=b",
        "=",
        "${X}",
        "${X:?}",
        "${",
        "$",
        "$$",
        "${X:-${Y}}",
        "${STACK_NAME}_a_${V}",
        "app.conf.tmpl",
        "../..",
        ".",
        "/",
        "\\0",
        "\\uD800",
        "compose.yml",
        "80:80"
    };

    private Path folder;

    @BeforeProperty
    void makeFolder() throws IOException {
        folder = Files.createTempDirectory("static-look");
    }

    @AfterProperty
    void removeFolder() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @ForAnyInput
    void anyTextInAnyFileIsBorne(@ForAll("files") String file, @ForAll String text, @ForAll boolean isBase)
            throws IOException {
        assertIsBorne(file, text, isBase);
    }

    @ForAnyInput
    void anyDamageOfAnyFileIsBorne(
            @ForAll("files") String file, @ForAll("damages") Damage damage, @ForAll boolean isBase) throws IOException {
        RecipeTree sound = RecipeTree.sound(folder.resolve("sound"), "0.9.0+1");
        assertIsBorne(file, damage.of(Files.readString(sound.directory().resolve(file))), isBase);
    }

    @ForAnyInput
    void anyComposeFileIsBorne(@ForAll("composeFiles") String text, @ForAll boolean isBase) throws IOException {
        assertIsBorne("compose.yml", text, isBase);
    }

    @ForAnyInput
    void anyTwoComposeFilesAreBorne(@ForAll("composeFiles") String head, @ForAll("composeFiles") String base)
            throws IOException {
        RecipeTree newer = RecipeTree.sound(folder.resolve("head"), "2.0.0+1").write("compose.yml", head);
        RecipeTree older = RecipeTree.sound(folder.resolve("base"), "1.0.0+1").write("compose.yml", base);

        assertArePlaced(newer, older);
    }

    private void assertIsBorne(String file, String text, boolean isBase) throws IOException {
        RecipeTree head = RecipeTree.sound(folder.resolve("head"), "2.0.0+1");
        RecipeTree base = RecipeTree.sound(folder.resolve("base"), "1.0.0+1");
        // A lone half of a pair is no text in UTF-8, and becomes a question mark.
        Files.write((isBase ? base : head).directory().resolve(file), text.getBytes(StandardCharsets.UTF_8));

        assertArePlaced(head, base);
    }

    private static void assertArePlaced(RecipeTree head, RecipeTree base) {
        assertThat(new StaticLook(RecipeTree.ACCEPTING).look(head.published(), Optional.of(base.published())))
                .allSatisfy(finding -> assertThat(finding.toString())
                        .matches("(?s)\\S[^:].*: (error|warning|note): [a-z-]+: .*\\S.*"));
    }

    @Provide
    Arbitrary<String> files() {
        return Arbitraries.of(FILES);
    }

    @Provide
    Arbitrary<Damage> damages() {
        Arbitrary<String> pieces = Arbitraries.oneOf(
                Arbitraries.of(
                        "", "[", "}", ": ", "\n", "  ", "*a", "\"", "'", "~", "#", "$", "${", "=", "\t", "\u0000",
                        "\u0085"),
                Arbitraries.of(VALUES));
        return Arbitraries.integers()
                .between(0, 2_000)
                .flatMap(at -> Arbitraries.integers()
                        .between(0, 15)
                        .flatMap(length -> pieces.map(piece -> new Damage(at, length, piece))));
    }

    @Provide
    Arbitrary<String> composeFiles() {
        Arbitrary<String> services = mappings(1, NAMES, mappings(2, FIELDS, trees(2)));
        Arbitrary<String> things = mappings(1, NAMES, mappings(1, FIELDS, trees(0)));
        Arbitrary<String> rest = mappings(0, new String[] {"secrets", "configs", "volumes", "x-a"}, things);
        return Combinators.combine(services, rest)
                .as((some, more) -> "{version: '3.8', services: " + some + ", " + more.substring(1));
    }

    private static Arbitrary<String> trees(int levels) {
        Arbitrary<String> scalars = Arbitraries.oneOf(
                Arbitraries.of(VALUES).map(value -> '"' + value + '"'), Arbitraries.of("~", "5", "true", "a:1", "1.2"));
        if (levels == 0) {
            return scalars;
        }
        Arbitrary<String> inner = trees(levels - 1);
        Arbitrary<String> lists = inner.list().ofMaxSize(3).map(items -> "[" + String.join(", ", items) + "]");
        return Arbitraries.oneOf(scalars, mappings(0, FIELDS, inner), lists);
    }

    private static Arbitrary<String> mappings(int least, String[] keys, Arbitrary<String> values) {
        return Arbitraries.maps(Arbitraries.of(keys).map(key -> '"' + key + '"'), values)
                .ofMinSize(least)
                .ofMaxSize(4)
                .map(entries -> entries.entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + entry.getValue())
                        .toList())
                .map(entries -> "{" + String.join(", ", entries) + "}");
    }

    /** A piece of a text that is replaced by another one. */
    private record Damage(int at, int length, String piece) {

        String of(String text) {
            int from = Math.min(at, text.length());
            return text.substring(0, from) + piece + text.substring(Math.min(from + length, text.length()));
        }
    }
}
