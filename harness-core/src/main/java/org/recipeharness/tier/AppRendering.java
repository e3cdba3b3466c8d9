package org.recipeharness.tier;

import java.nio.file.Path;
import java.util.List;
import org.recipeharness.app.AppPlan;
import org.recipeharness.app.AppSecret;
import org.recipeharness.app.Masking;
import org.recipeharness.checkout.Catalogue;
import org.recipeharness.checkout.Checkout;
import org.recipeharness.compose.ComposeDocument;
import org.recipeharness.compose.RecipeFiles;
import org.recipeharness.compose.Variables;
import org.recipeharness.recipe.Origin;
import org.recipeharness.settings.Setting;
import org.recipeharness.settings.Settings;
import org.recipeharness.stack.StackName;
import org.recipeharness.stack.StackRendering;
import org.recipeharness.stack.StackSecrets;
import org.recipeharness.swarm.Engine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes of a recipe's checkout what is sent: what {@code abra app new} and an operator's editing would have made. */
final class AppRendering {

    private static final Logger LOG = LoggerFactory.getLogger(AppRendering.class);
    private static final Origin TEST = Origin.of("@RecipeDeployment(settings)");

    private final RunPlan plan;
    private final RunId run;
    private final Settings settings;
    private final Path directory;

    AppRendering(RunPlan plan, RunId run, Settings settings, Path directory) {
        this.plan = plan;
        this.run = run;
        this.settings = settings;
        this.directory = directory;
    }

    Rendered render(Engine engine) throws InterruptedException {
        Checkout checkout = new Catalogue(settings.catalogue(), settings.cache())
                .checkOut(plan.recipe(), settings.text(Setting.REF), directory.resolve("checkout"));
        String domain =
                settings.text(Setting.DOMAIN).orElse(plan.recipe() + "-" + run.shortForm() + "." + settings.zone());
        StackName stack = StackName.of(domain);
        Variables edited = Variables.none()
                .with("DOMAIN", domain, Origin.of("the run"))
                .with("STACK_NAME", stack.text(), Origin.of("the run"));
        for (var setting : plan.appSettings().entrySet()) {
            LOG.info("Set for this test, not by the recipe: {}", setting.getKey());
            edited = edited.with(setting.getKey(), setting.getValue(), TEST);
        }
        var files = new RecipeFiles(checkout);
        Variables variables = files.variables(edited);
        ComposeDocument document = files.document(variables);
        var rendering = new StackRendering(stack, run.text(), checkout, engine.ipvs());
        List<AppSecret> secrets = new StackSecrets(stack, variables)
                .of(document).stream().map(AppSecret::generate).toList();
        var masking = Masking.of(
                variables.all(), secrets.stream().map(AppSecret::value).toList());
        var appPlan =
                new AppPlan(checkout, domain, settings.node(), plan.mainService(), rendering.render(document), masking);
        return new Rendered(appPlan, secrets);
    }
}
