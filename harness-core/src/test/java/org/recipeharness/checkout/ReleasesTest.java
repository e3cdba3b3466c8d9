package org.recipeharness.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recipeharness.recipe.RecipeName;

class ReleasesTest {

    private static final RecipeName DEMO = new RecipeName("demo");

    private Path folder;
    private PublishedRecipe recipe;

    @BeforeEach
    void publishTwoReleasesAndABranchThatLeavesBetweenThem(@TempDir Path temporary) throws Exception {
        folder = temporary;
        recipe = new PublishedRecipe(folder.resolve("catalogue"), "demo");
        recipe.commit("one");
        recipe.lightweightTag("1.0.0+1.0");
        recipe.branch("fix").commit("a fix of one");
        recipe.checkOut("main").commit("two");
        recipe.tag("2.0.0+2.0").tag("nightly").commit("after two");
    }

    @AfterEach
    void close() {
        recipe.close();
    }

    @Test
    void listsReleasesAndNoOtherTags() throws InterruptedException {
        assertThat(catalogue().releases(DEMO))
                .extracting(Release::tag, Release::kind)
                .containsExactly(tuple("2.0.0+2.0", TagKind.ANNOTATED), tuple("1.0.0+1.0", TagKind.LIGHTWEIGHT));
    }

    @Test
    void whatHasComeSinceACommitIsListedTheNewestFirst() throws InterruptedException {
        String good = catalogue().commit(DEMO, Optional.of("1.0.0+1.0")).orElseThrow();
        String bad = catalogue().commit(DEMO, Optional.of("main")).orElseThrow();

        assertThat(catalogue().between(DEMO, good, bad))
                .extracting(Committed::subject)
                .containsExactly("after two", "two");
        assertThat(catalogue().between(DEMO, bad, good)).isEmpty();
        assertThat(catalogue().between(DEMO, "f".repeat(40), bad)).isEmpty();
        assertThat(catalogue().commit(DEMO, Optional.of("/a/working/tree"))).isEmpty();
    }

    @Test
    void aReleaseComesFromOlderOnes() throws InterruptedException {
        assertThat(before("2.0.0+2.0")).containsExactly("1.0.0+1.0");
        assertThat(before("1.0.0+1.0")).isEmpty();
    }

    @Test
    void aBranchComesFromTheReleasesThatItDescendsFrom() throws InterruptedException {
        assertThat(before("main")).containsExactly("2.0.0+2.0", "1.0.0+1.0");
        assertThat(before("fix")).containsExactly("1.0.0+1.0");
    }

    @Test
    void aCommitThatIsAReleaseDoesNotComeFromItself() throws Exception {
        Checkout tagged = catalogue().checkOut(DEMO, Optional.of("2.0.0+2.0"), folder.resolve("tagged"));

        assertThat(before(tagged.commit())).containsExactly("1.0.0+1.0");
    }

    @Test
    void aDirtyTreeComesFromTheReleaseThatItIsBasedOn() throws Exception {
        Checkout tagged = catalogue().checkOut(DEMO, Optional.of("2.0.0+2.0"), folder.resolve("tagged"));
        var dirty = new Checkout(DEMO, tagged.directory(), "./demo", tagged.commit(), true, TagKind.NONE);

        assertThat(catalogue().releasesBefore(dirty)).extracting(Release::tag).startsWith("2.0.0+2.0");
    }

    @Test
    void aCommitThatTheCatalogueDoesNotKnowMayComeFromAll() throws InterruptedException {
        var unpublished = new Checkout(DEMO, folder, "./demo", "0".repeat(40), false, TagKind.NONE);

        assertThat(catalogue().releasesBefore(unpublished)).hasSize(2);
    }

    private Iterable<String> before(String ref) throws InterruptedException {
        Checkout head = catalogue().checkOut(DEMO, Optional.of(ref), folder.resolve(ref));
        return catalogue().releasesBefore(head).stream().map(Release::tag).toList();
    }

    private Catalogue catalogue() {
        return new Catalogue(folder.resolve("catalogue").toUri(), folder.resolve("cache"));
    }
}
