package org.recipeharness.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.recipeharness.canonical.Versions.GITEA;
import static org.recipeharness.canonical.Versions.good;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class CanonicalTest {

    @Test
    void advancesAndRemembersTheLatestFirst() {
        Canonical third = Canonical.first(GITEA, good("1"))
                .advancedTo(good("2"), Optional.of("one.tar.gz"))
                .advancedTo(good("3"), Optional.of("two.tar.gz"));

        assertThat(third.current()).isEqualTo(good("3"));
        assertThat(third.history())
                .containsExactly(
                        new Aged(good("2"), Optional.of("two.tar.gz")), new Aged(good("1"), Optional.of("one.tar.gz")));
    }

    @Test
    void letsGoOfSnapshotsAndOfNoVersion() {
        Canonical canonical = Canonical.first(GITEA, good("1"))
                .advancedTo(good("2"), Optional.of("one.tar.gz"))
                .advancedTo(good("3"), Optional.of("two.tar.gz"))
                .keeping(1);

        assertThat(canonical.history())
                .containsExactly(new Aged(good("2"), Optional.of("two.tar.gz")), new Aged(good("1"), Optional.empty()));
    }

    @Test
    void remembersFiftyVersions() {
        Canonical canonical = Canonical.first(GITEA, good("0"));
        for (int version = 1; version <= 60; version++) {
            canonical = canonical.advancedTo(good("" + version), Optional.empty());
        }

        assertThat(canonical.history()).hasSize(50);
        assertThat(canonical.history().get(0).version().ref()).isEqualTo("59");
        assertThat(canonical.history().get(49).version().ref()).isEqualTo("10");
    }

    @Test
    void namesNoSnapshotOutsideItsFolder() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Aged(good("1"), Optional.of("../one.tar.gz")))
                .withMessageContaining("found '../one.tar.gz', expected a file's name without a folder");
        assertThatIllegalArgumentException().isThrownBy(() -> Versions.advance(Optional.of("/etc/passwd")));
    }
}
