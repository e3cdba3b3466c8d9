package org.recipeharness.run;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.recipeharness.checkout.Checkout;
import org.recipeharness.checkout.TagKind;
import org.recipeharness.deployment.Tier;
import org.recipeharness.recipe.RecipeName;
import org.recipeharness.settings.Setting;
import org.recipeharness.settings.Settings;

/** The command that repeats a test, for a shell. */
record Repetition(RecipeName recipe, Settings settings, Optional<Checkout> head, Optional<Tier> tier) {

    /** Said by the run itself, or nothing that the outcome depends on. */
    private static final Set<Setting> LEFT_OUT = EnumSet.of(
            Setting.RECIPE, Setting.REF, Setting.TIER, Setting.WORK, Setting.CACHE, Setting.REPORTS, Setting.REPORT);

    private static final String LOGIN_IN_ADDRESS = "://[^/@]*@";

    String command() {
        var options = new TreeMap<>(settings.written());
        LEFT_OUT.forEach(setting -> options.remove(setting.key()));
        return "mvn test " + option(Setting.RECIPE.key(), recipe.text())
                + ref().map(ref -> " " + option(Setting.REF.key(), ref)).orElse("")
                + tier.map(each -> " " + option(Setting.TIER.key(), each.word()))
                        .orElse("")
                + options.entrySet().stream()
                        .map(Repetition::option)
                        .map(option -> " \\\n    " + option)
                        .collect(Collectors.joining());
    }

    /** A branch or a pull request moves on, so its commit is named; a working tree and a release are what they are called. */
    private Optional<String> ref() {
        Optional<String> asked = settings.text(Setting.REF);
        return head.map(checkout ->
                        checkout.tag() != TagKind.NONE || checkout.isWorkingTree() ? checkout.ref() : checkout.commit())
                .or(() -> asked);
    }

    private static String option(Map.Entry<String, String> written) {
        return option(written.getKey(), written.getValue().replaceAll(LOGIN_IN_ADDRESS, "://"));
    }

    private static String option(String key, String value) {
        String option = "-D" + key + "=" + value;
        return option.matches("[A-Za-z0-9_./:=+,@-]*") ? option : "'" + option.replace("'", "'\\''") + "'";
    }
}
