package org.recipeharness.tier;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.recipeharness.app.AppPlan;
import org.recipeharness.app.AppSecret;
import org.recipeharness.app.Masking;
import org.recipeharness.checkout.Checkout;
import org.recipeharness.compose.ComposeDocument;
import org.recipeharness.compose.RecipeFiles;
import org.recipeharness.compose.Variables;
import org.recipeharness.recipe.Origin;
import org.recipeharness.settings.Setting;
import org.recipeharness.settings.Settings;
import org.recipeharness.stack.StackName;
import org.recipeharness.stack.StackRendering;
import org.recipeharness.stack.StackSecret;
import org.recipeharness.stack.StackSecrets;

/** Makes of a recipe's checkout what is sent: what {@code abra app new} and an operator's editing would have made. */
final class AppRendering {

    private static final Origin RUN = Origin.of("the run");
    private static final Origin TEST = Origin.of("@RecipeDeployment(settings)");
    private static final Origin UPGRADE = Origin.of("@RecipeDeployment(upgradeSettings)");

    private final RunPlan plan;
    private final RunId run;
    private final Settings settings;
    private final boolean ipvs;

    AppRendering(RunPlan plan, RunId run, Settings settings, boolean ipvs) {
        this.plan = plan;
        this.run = run;
        this.settings = settings;
        this.ipvs = ipvs;
    }

    /** Renders an app that is new. */
    Rendered fresh(Checkout checkout) {
        return rendered(checkout, new RecipeFiles(checkout).appEnv(edited()), List.of());
    }

    /** What an operator sets in a new app's {@code .env}. */
    Variables edited() {
        return with(plan.drift().settings(), TEST, Variables.none())
                .with("DOMAIN", domain(), RUN)
                .with("STACK_NAME", StackName.of(domain()).text(), RUN);
    }

    /**
     * Renders another version of an app that is there: with the variables and the secrets that it has, as abra does; what the new
     * version's {@code .env.sample} adds, its operator has not.
     */
    Rendered over(Rendered former, Checkout checkout) {
        return rendered(checkout, upgraded(former), former.secrets());
    }

    /** Renders another version of an app of which the variables and the volumes are kept, but not the secrets. */
    Rendered onto(Rendered former, Checkout checkout) {
        return rendered(checkout, upgraded(former), List.of());
    }

    private Variables upgraded(Rendered former) {
        return with(plan.drift().upgradeSettings(), UPGRADE, former.appEnv());
    }

    private Rendered rendered(Checkout checkout, Variables appEnv, List<AppSecret> former) {
        String domain = domain();
        StackName stack = StackName.of(domain);
        var files = new RecipeFiles(checkout);
        Variables variables = files.withExports(appEnv);
        ComposeDocument document = files.document(variables, plan.drift().overlays());
        List<AppSecret> secrets = secrets(new StackSecrets(stack, variables).of(document), former);
        var rendering = new StackRendering(stack, run.text(), checkout, ipvs);
        var appPlan = new AppPlan(
                checkout,
                domain,
                settings.access(domain),
                settings.node(),
                plan.mainService(),
                rendering.render(document),
                plan.drift().lines(),
                Masking.of(
                        variables.all(), secrets.stream().map(AppSecret::value).toList()));
        return new Rendered(appPlan, appEnv, secrets);
    }

    private String domain() {
        return settings.text(Setting.DOMAIN).orElse(plan.recipe() + "-" + run.shortForm() + "." + settings.zone());
    }

    private static Variables with(Map<String, String> values, Origin origin, Variables variables) {
        Variables all = variables;
        for (var value : values.entrySet()) {
            all = all.with(value.getKey(), value.getValue(), origin);
        }
        return all;
    }

    private static List<AppSecret> secrets(List<StackSecret> declared, List<AppSecret> former) {
        Map<String, AppSecret> there = former.stream().collect(Collectors.toMap(AppSecret::name, Function.identity()));
        declared.forEach(secret -> there.computeIfAbsent(secret.name(), name -> AppSecret.generate(secret)));
        return List.copyOf(there.values());
    }
}
