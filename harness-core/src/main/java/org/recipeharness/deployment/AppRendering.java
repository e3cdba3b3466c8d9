package org.recipeharness.deployment;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.recipeharness.app.AppPlan;
import org.recipeharness.app.AppSecret;
import org.recipeharness.app.Masking;
import org.recipeharness.checkout.Checkout;
import org.recipeharness.compose.ComposeDocument;
import org.recipeharness.compose.ComposeException;
import org.recipeharness.compose.RecipeFiles;
import org.recipeharness.compose.Variables;
import org.recipeharness.neighbours.SharedNames;
import org.recipeharness.recipe.Origin;
import org.recipeharness.settings.Setting;
import org.recipeharness.settings.Settings;
import org.recipeharness.stack.RenderedStack;
import org.recipeharness.stack.RunLabels;
import org.recipeharness.stack.StackName;
import org.recipeharness.stack.StackRendering;
import org.recipeharness.stack.StackSecret;
import org.recipeharness.stack.StackSecrets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes of a recipe's checkout what is sent: what {@code abra app new} and an operator's editing would have made. */
public final class AppRendering {

    private static final Origin RUN = Origin.of("the run");
    private static final Origin TEST = Origin.of("@RecipeDeployment(settings)");
    private static final Origin UPGRADE = Origin.of("@RecipeDeployment(upgradeSettings)");

    private static final Logger LOG = LoggerFactory.getLogger(AppRendering.class);

    private final RunPlan plan;
    private final RunId run;
    private final Settings settings;
    private final boolean ipvs;
    private final Berth berth;

    /** Renders for a place of the run's own. */
    public AppRendering(RunPlan plan, RunId run, Settings settings, boolean ipvs) {
        this(plan, run, settings, ipvs, Berth.cold(settings.text(Setting.DOMAIN)));
    }

    private AppRendering(RunPlan plan, RunId run, Settings settings, boolean ipvs, Berth berth) {
        this.plan = plan;
        this.run = run;
        this.settings = settings;
        this.ipvs = ipvs;
        this.berth = berth;
    }

    /** Renders the same for another place. */
    public AppRendering at(Berth other) {
        return new AppRendering(plan, run, settings, ipvs, other);
    }

    /** Renders an app that is new. */
    public Rendered fresh(Checkout checkout) {
        Rendered usual = fresh(checkout, domain(""));
        if (berth.domain().isPresent() || isOnItsSide(usual.plan().stack())) {
            return usual;
        }
        try {
            return fresh(checkout, domain(prefix()));
        } catch (ComposeException | IllegalArgumentException e) {
            // Only the name is another one, and it is ours: the recipe is not to blame for its length.
            LOG.warn(
                    "The stack keeps the name {}, whatever harness.stack-sorts says: {}",
                    usual.plan().stack().name(),
                    e.getMessage());
            return usual;
        }
    }

    private Rendered fresh(Checkout checkout, String domain) {
        return rendered(checkout, new RecipeFiles(checkout).appEnv(edited(domain)), domain, List.of());
    }

    /** Few networks are called so that these do not come behind them, or before. */
    private String prefix() {
        return switch (settings.stackSorts()) {
            case AFTER -> "z-";
            case BEFORE -> "a-";
        };
    }

    private boolean isOnItsSide(RenderedStack stack) {
        return switch (settings.stackSorts()) {
            case AFTER -> SharedNames.sortsAfter(stack);
            case BEFORE -> SharedNames.sortsBefore(stack);
        };
    }

    /** What an operator sets in a new app's {@code .env}. */
    public Variables edited() {
        return edited(domain(""));
    }

    private Variables edited(String domain) {
        return with(plan.drift().settings(), TEST, Variables.none())
                .with("DOMAIN", domain, RUN)
                .with("STACK_NAME", StackName.of(domain).text(), RUN);
    }

    /**
     * Renders another version of an app that is there: with the variables and the secrets that it has, as abra does; what the new
     * version's {@code .env.sample} adds, its operator has not.
     */
    public Rendered over(Rendered former, Checkout checkout) {
        return rendered(checkout, upgraded(former), former.plan().domain(), former.secrets());
    }

    /** Renders another version of an app of which the variables and the volumes are kept, and the secrets if the plan says so. */
    public Rendered reattached(Rendered former, Checkout checkout) {
        return switch (plan.reattachSecrets()) {
            case KEPT -> over(former, checkout);
            case FRESH -> rendered(checkout, upgraded(former), former.plan().domain(), List.of());
        };
    }

    private Variables upgraded(Rendered former) {
        return with(plan.drift().upgradeSettings(), UPGRADE, former.appEnv());
    }

    private Rendered rendered(Checkout checkout, Variables appEnv, String domain, List<AppSecret> former) {
        StackName stack = StackName.of(domain);
        var files = new RecipeFiles(checkout);
        Variables variables = files.withExports(appEnv);
        ComposeDocument document = files.document(variables, plan.drift().overlays());
        List<AppSecret> secrets = secrets(stack, new StackSecrets(stack, variables).of(document), former);
        RunLabels labels = RunLabels.of(run.text(), checkout);
        var rendering = new StackRendering(stack, berth.canonical() ? labels.ofCanonical() : labels, checkout, ipvs);
        RenderedStack sent = rendering.render(document);
        var appPlan = new AppPlan(
                checkout,
                domain,
                settings.access(domain),
                settings.node(),
                plan.mainService().in(sent),
                sent,
                plan.drift().lines(),
                Masking.of(
                        variables.all(), secrets.stream().map(AppSecret::value).toList()));
        return new Rendered(appPlan, appEnv, secrets);
    }

    private String domain(String prefix) {
        return berth.domain().orElse(prefix + plan.recipe() + "-" + run.shortForm() + "." + settings.zone());
    }

    private static Variables with(Map<String, String> values, Origin origin, Variables variables) {
        Variables all = variables;
        for (var value : values.entrySet()) {
            all = all.with(value.getKey(), value.getValue(), origin);
        }
        return all;
    }

    private List<AppSecret> secrets(StackName stack, List<StackSecret> declared, List<AppSecret> former) {
        Map<String, AppSecret> there = former.stream().collect(Collectors.toMap(AppSecret::name, Function.identity()));
        declared.forEach(secret ->
                there.computeIfAbsent(secret.name(), name -> berth.secrets().secret(secret, stack)));
        return List.copyOf(there.values());
    }
}
