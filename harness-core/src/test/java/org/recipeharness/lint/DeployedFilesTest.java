package org.recipeharness.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the static look says of the files that a stack is made of, and of the secrets that are made for it. */
class DeployedFilesTest {

    private static final String POINTER = """
            version https://git-lfs.github.com/spec/v1
            oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393
            size 12345
            """;

    private RecipeTree recipe;

    @BeforeEach
    void writeASoundRecipe(@TempDir Path temporary) throws IOException {
        recipe = RecipeTree.sound(temporary.resolve("recipe"), "1.0.0+1.2.3");
    }

    @Test
    void findsAConfigThatIsAPointerOfGitLfs() throws IOException {
        recipe.write("app.conf.tmpl", POINTER);

        assertFinds("compose.yml:45: error: git-lfs-pointer: the file 'app.conf.tmpl' is a Git LFS pointer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "    volumes: [\"./big.conf:/big.conf:ro\"]\n",
                "    volumes: [{type: bind, source: ./big.conf, target: /big.conf}]\n"
            })
    void findsAMountedFileThatIsAPointerOfGitLfs(String field) throws IOException {
        recipe.write("big.conf", POINTER)
                .change("compose.yml", "    volumes: [\"dump:/var/lib/postgresql/data\", \"dump:/dump\"]\n", field)
                .change("compose.yml", "/dump/dump.sql", "/big.conf");

        assertFinds("compose.yml:30: error: git-lfs-pointer: the file 'big.conf' is a Git LFS pointer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "version https://git-lfs.github.com/spec/v1\n",
                "# version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\n",
                "oid sha256:4d7a\nversion https://git-lfs.github.com/spec/v1\n"
            })
    void takesAFileThatOnlySpeaksOfGitLfsForContent(String text) throws IOException {
        recipe.write("app.conf.tmpl", text);

        assertThat(recipe.findings()).isEmpty();
    }

    @Test
    void saysThatAMissingFileBelongsToASubmodule() throws IOException {
        recipe.write(".gitmodules", "[submodule \"conf\"]\n\tpath = vendor/conf\n\turl = https://example.com/conf\n")
                .change("compose.yml", "file: app.conf.tmpl", "file: vendor/conf/app.conf");

        assertFinds("compose.yml:45: error: unrenderable: the file 'vendor/conf/app.conf' is not there, seen from the"
                + " folder of the first compose file. It belongs to the git submodule 'vendor/conf'");

        recipe.change("compose.yml", "file: vendor/conf/app.conf", "file: vendor/config/app.conf");
        assertThat(recipe.findings()).singleElement().asString().endsWith("and is it committed?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"charset=default,special", "charset=safespecial", "charset=hex,emoji"})
    void findsACharsetThatIsNotKnown(String charset) throws IOException {
        recipe.change(".env.sample", "# length=32", "# length=32 " + charset);

        assertFinds(".env.sample:7: warning: unknown-secret-charset: '");
    }

    @ParameterizedTest
    @ValueSource(strings = {"charset=hex", "charset=digits,hex", "the charset does not matter"})
    void isContentWithACharsetThatIsKnown(String charset) throws IOException {
        recipe.change(".env.sample", "# length=32", "# length=32 " + charset);

        assertThat(recipe.findings()).isEmpty();
    }

    private void assertFinds(String beginning) {
        assertThat(recipe.findings()).singleElement().asString().startsWith(beginning);
    }
}
