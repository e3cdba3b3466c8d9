package org.recipeharness.compose;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.recipeharness.recipe.Origin;

class AbraExportsTest {

    private static final Variables SAMPLE = Variables.none()
            .with("ENTRYPOINT_VERSION", "v1", Origin.of(".env.sample"))
            .with("DOMAIN", "x.org", Origin.of("run"));

    @Test
    void winOverWhatIsKnown() {
        Variables read = EnvFile.readExports("abra.sh", "#!/bin/bash\n\nexport ENTRYPOINT_VERSION=v4\n", SAMPLE);

        assertThat(read.find("ENTRYPOINT_VERSION"))
                .contains(new Variable("ENTRYPOINT_VERSION", "v4", "", new Origin("abra.sh", 3)));
        assertThat(read.find("DOMAIN")).isEqualTo(SAMPLE.find("DOMAIN"));
    }

    @Test
    void areNothingElseOfTheScript() {
        String script = """
                LOCAL=1
                run() {
                  if [ "$1" = x ]; then echo "it's" 'unbalanced; fi
                }
                export ENTRYPOINT_VERSION=v4 # bumped
                export PATH
                export -f run
                """;

        Variables read = EnvFile.readExports("abra.sh", script, SAMPLE);

        assertThat(read.all()).extracting(Variable::name).containsExactly("ENTRYPOINT_VERSION", "DOMAIN");
        assertThat(read.find("ENTRYPOINT_VERSION").map(Variable::value)).contains("v4");
    }

    @Test
    void mayReferToWhatIsKnown() {
        Variables read = EnvFile.readExports("abra.sh", "export URL=\"https://$DOMAIN\"\n", SAMPLE);

        assertThat(read.find("URL").map(Variable::value)).contains("https://x.org");
    }
}
