package org.recipeharness.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.recipeharness.recipe.RecipeName;
import org.recipeharness.stack.StackName;

class WarmDomainTest {

    private static final Set<String> LIVE = Set.of("keycloak", "authentik");

    @Test
    void isNotThatOfALiveWarmProvider() {
        assertThat(WarmDomain.of(new RecipeName("gitea"), "lab.test", LIVE)).isEqualTo("warm-gitea.lab.test");
        assertThat(WarmDomain.of(new RecipeName("keycloak"), "lab.test", LIVE))
                .isEqualTo("warm-canon-keycloak.lab.test");
        assertThat(WarmDomain.of(new RecipeName("keycloak"), "lab.test", Set.of()))
                .isEqualTo("warm-keycloak.lab.test");
    }

    @Test
    void isNoOtherRecipes() {
        var domains = new TreeSet<String>();
        Stream.of("keycloak", "canon-keycloak", "canon-canon-keycloak", "gitea", "canon-gitea", "authentik")
                .map(name -> WarmDomain.of(new RecipeName(name), "lab.test", LIVE))
                .forEach(domain -> assertThat(domains.add(domain)).as(domain).isTrue());
        assertThat(domains).doesNotContain("warm-keycloak.lab.test", "warm-authentik.lab.test");
    }

    @Test
    void givesStacksThatComeAfterTheSharedNetwork() {
        String rehearsal = WarmDomain.rehearsal(new RecipeName("bluesky-pds"), "lab.test", "1f0c3a");

        assertThat(rehearsal).isEqualTo("warm-bluesky-pds-1f0c3a.lab.test");
        assertThat(StackName.of(rehearsal).text()).isGreaterThan("proxy");
        assertThat(StackName.of(WarmDomain.of(new RecipeName("bluesky-pds"), "lab.test", LIVE))
                        .text())
                .isGreaterThan("proxy");
    }
}
