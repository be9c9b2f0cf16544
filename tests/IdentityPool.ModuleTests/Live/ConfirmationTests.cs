using System.Management.Automation;
using System.Text.RegularExpressions;
using IdentityPools.ModuleTests.Hosting;
using IdentityPools.Planning;
using IdentityPools.Template;
using Xunit;

namespace IdentityPools.ModuleTests.Live;

/// <summary>What is asked, and what is done when the answer is no.</summary>
public sealed class ConfirmationTests
{
    private const string Plan = """
        Create the identity pool 'shop' in eu-west-1 (account 123456789012):
          + Name = shop (cognito-identity:CreateIdentityPool)
          > User (iam:PutRolePolicy)
        """;

    private const string HashLine = "\n  Plan hash: [0-9a-f]{64}";

    private static readonly IReadOnlyList<PlanStep> Losing =
    [
        new PlanStep.UpdatePool(FakeService.Shop)
        {
            Changes =
            [
                new("Name", ChangeKind.Update, "shop", "store", "cognito-identity:UpdateIdentityPool"),
                new("Tags[team]", ChangeKind.Delete, "web", null, "cognito-identity:UpdateIdentityPool") { IsLoss = true },
            ],
        },
    ];

    private readonly FakeService service = new();

    [Fact]
    public void WhatIf_shows_the_plan_and_changes_nothing()
    {
        using var run = LiveRun.Of(service, "New-IdentityPool shop | Publish-IdentityPool -Session $session -WhatIf -PassThru");

        Assert.Matches($"^What if: {Regex.Escape(Plan)}{HashLine}\n$", run.Shown);
        Assert.Equal(["Plan shop"], service.Calls);
        Assert.Empty(run.Output);
    }

    [Fact]
    public void A_long_change_goes_on_below_its_first_line()
    {
        service.Steps =
        [
            new PlanStep.UpdatePool(FakeService.Shop)
            {
                Changes = [new("Roles[Staff].Statements", ChangeKind.Update, "Allow a on *; Allow b on *", "Allow a on *; Allow c on *", "")],
            },
        ];
        using var run = LiveRun.Of(service, "New-IdentityPool shop | Publish-IdentityPool -Session $session -WhatIf");

        Assert.Contains(
            "\n  ~ Roles[Staff].Statements (cognito-identity:UpdateIdentityPool)\n      Allow a on *\n    - Allow b on *\n    + Allow c on *\n",
            run.Shown,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Verbose_shows_the_plan_too()
    {
        using var run = LiveRun.Of(service, "New-IdentityPool shop | Publish-IdentityPool -Session $session -Verbose");

        Assert.Contains(run.Verbose, text => Regex.IsMatch(text, $"^{Regex.Escape(Plan)}{HashLine}$"));
        Assert.Contains("Publish shop", service.Calls);
    }

    [Fact]
    public void What_stays_is_shown_by_WhatIf_where_nothing_has_to_be_done()
    {
        service.Steps = [];
        service.Kept = [FakeService.KeptTag];

        using var run = LiveRun.Of(service, "New-IdentityPool shop | Publish-IdentityPool -Session $session -WhatIf");

        Assert.Equal("What if: shop: nothing to do\n  = Tags[team] (web): -Prune removes it\n", run.Shown);
        Assert.Empty(run.Warnings);
        Assert.Equal(["Plan shop"], service.Calls);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("-PassThru", 1)]
    [InlineData("-Verbose", 1)]
    [InlineData("-WhatIf", 0)]
    public void Publishing_warns_once_how_much_stays(string arguments, int warnings)
    {
        service.Steps = [];
        service.Kept = [FakeService.KeptTag, FakeService.KeptTag];

        using var run = LiveRun.Of(service, $"'shop', 'blog' | ForEach-Object {{ New-IdentityPool $_ }} | Publish-IdentityPool -Session $session {arguments}");

        Assert.Equal(
            warnings,
            run.Warnings.Count(warning => warning.Contains("do not mention or did not change them: 4 (shop: 2, blog: 2).", StringComparison.Ordinal))
        );
    }

    [Theory]
    [InlineData("", "Plan shop", 0)]
    [InlineData("-Confirm", "Plan shop", 0)]
    [InlineData("-PassThru -Confirm", "Plan shop, Publish shop", 1)]
    public void An_unchanged_pool_asks_nothing(string arguments, string calls, int results)
    {
        service.Steps = [];

        using var run = LiveRun.Of(service, $"New-IdentityPool shop | Publish-IdentityPool -Session $session -Verbose {arguments}");

        Assert.Null(run.Terminating);
        Assert.Equal(["shop: nothing to do"], run.Verbose);
        Assert.Equal(calls, string.Join(", ", service.Calls));
        Assert.Equal(results, run.Output.Count);
    }

    [Theory]
    [InlineData("New-IdentityPool shop | Publish-IdentityPool -Session $session")]
    [InlineData("Remove-IdentityPool -Id eu-west-1:0 -Session $session -Force")]
    [InlineData("Remove-IdentityPool -Id eu-west-1:0 -Session $session -Confirm:$false")]
    [InlineData("Get-IdentityPool -Id eu-west-1:0 -AsReference | Remove-IdentityPool -Session $session -Force")]
    public void Unattended_nothing_is_asked(string script)
    {
        using var run = LiveRun.Of(service, script);

        Assert.Null(run.Terminating);
        Assert.Empty(run.Errors);
        Assert.Equal(2, service.Calls.Count);
    }

    [Theory]
    [InlineData("New-IdentityPool shop | Publish-IdentityPool -Session $session -Confirm", "+ Name = shop")]
    [InlineData("Remove-IdentityPool -Id eu-west-1:0 -Session $session", "iam:DeleteRole")]
    [InlineData("Remove-IdentityPool -Id eu-west-1:0 -Session $session -Force -Confirm", "iam:DeleteRole")]
    public void The_question_shows_the_plan(string script, string line)
    {
        var host = new AnsweringHost("No");
        using var run = LiveRun.Of(service, script, host);

        Assert.Contains(line, Assert.Single(host.Questions), StringComparison.Ordinal);
        Assert.Empty(run.Errors);
        Assert.Single(service.Calls);
    }

    [Theory]
    [InlineData("New-IdentityPool shop | Publish-IdentityPool -Session $session")]
    [InlineData("New-IdentityPool shop | Publish-IdentityPool -Session $session -Confirm")]
    [InlineData("Remove-IdentityPool -Id eu-west-1:0 -Session $session")]
    [InlineData("Remove-IdentityPool -Id eu-west-1:0 -Session $session -Force -Confirm")]
    public void Where_nobody_can_answer_it_is_an_error_before_anything_is_changed(string script)
    {
        service.Steps = Losing;

        using var run = LiveRun.Of(service, script);

        Assert.Null(run.Terminating);
        var error = Assert.Single(run.Errors);
        Assert.StartsWith("ConfirmationNeeded,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.InvalidOperation, error.CategoryInfo.Category);
        Assert.Contains("-Force", error.Exception.Message, StringComparison.Ordinal);
        Assert.Single(service.Calls);
    }

    [Fact]
    public void A_change_that_takes_something_away_is_a_loss_like_any_other()
    {
        service.Steps =
        [
            new PlanStep.UpdatePool(FakeService.Shop)
            {
                Changes =
                [
                    new("Name", ChangeKind.Update, "shop", "store", ""),
                    new("Roles[Staff].Statements", ChangeKind.Update, "Deny a on *; Allow b on *", "Allow b on *", "") { IsLoss = true },
                ],
            },
        ];
        var host = new AnsweringHost("No");

        using var asked = LiveRun.Of(service, "New-IdentityPool shop | Publish-IdentityPool -Session $session", host);
        using var unattended = LiveRun.Of(service, "New-IdentityPool shop | Publish-IdentityPool -Session $session");

        var question = Assert.Single(host.Questions).Split('\n', StringSplitOptions.TrimEntries);
        Assert.Equal("- Deny a on *", question[2]);
        Assert.Equal("The rest of the plan:", question[4]);
        Assert.Contains("removes something from Roles[Staff].Statements.", Assert.Single(unattended.Errors).Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_while_somebody_is_asked_is_no_missing_answer()
    {
        service.Steps = Losing;
        string? nothing = null;
        var host = new AnsweringHost(() => nothing!.Trim());

        using var run = LiveRun.Of(service, "New-IdentityPool shop | Publish-IdentityPool -Session $session", host);

        var error = run.Terminating ?? Assert.Single(run.Errors);
        Assert.DoesNotContain("ConfirmationNeeded", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Single(service.Calls);
    }

    [Fact]
    public async Task A_console_whose_input_has_ended_has_nobody_to_ask()
    {
        var run = await EngineProcess.RunAtEndOfInputAsync(
            "-Command",
            "Import-Module IdentityPool; Connect-IdentityPool -Sandbox -Region eu-west-1; New-IdentityPool shop | Publish-IdentityPool; "
                + "Get-IdentityPool shop | Remove-IdentityPool -ErrorVariable refused -ErrorAction SilentlyContinue; "
                + "\"#$($refused[0].FullyQualifiedErrorId) $(@(Get-IdentityPool).Count)\""
        );

        Assert.Contains("#ConfirmationNeeded,IdentityPools.Commands.RemoveIdentityPoolCommand 1", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("New-IdentityPool shop | Publish-IdentityPool -Session $session -Force")]
    [InlineData("New-IdentityPool shop | Publish-IdentityPool -Session $session -Confirm:$false")]
    [InlineData("$ConfirmPreference = 'None'; New-IdentityPool shop | Publish-IdentityPool -Session $session")]
    [InlineData("$ConfirmPreference = 'Low'; New-IdentityPool shop | Publish-IdentityPool -Session $session -Force")]
    public void Who_wants_no_question_loses_without_one(string script)
    {
        service.Steps = Losing;
        var host = new AnsweringHost("No");

        using var run = LiveRun.Of(service, script, host);

        Assert.Empty(host.Questions);
        Assert.Equal(["Plan shop", "Publish shop"], service.Calls);
    }

    [Theory]
    [InlineData("Yes", 3, 3)]
    [InlineData("Yes to All", 1, 3)]
    [InlineData("No", 3, 0)]
    [InlineData("No to All", 1, 0)]
    public void What_is_lost_is_asked_for_and_one_answer_may_count_for_all_pools(string answer, int questions, int published)
    {
        service.Steps = Losing;
        var host = new AnsweringHost(answer);

        using var run = LiveRun.Of(service, "'a', 'b', 'c' | ForEach-Object { New-IdentityPool $_ } | Publish-IdentityPool -Session $session", host);

        Assert.Empty(run.Errors);
        Assert.Equal(questions, host.Questions.Count);
        Assert.Equal(published, service.Calls.Count(call => call.StartsWith("Publish", StringComparison.Ordinal)));
        Assert.Equal(
            """
            Create the identity pool 'a' in eu-west-1 (account 123456789012):
              - Tags[team] (was web) (cognito-identity:UpdateIdentityPool)
            The rest of the plan:
              ~ Name: shop -> store (cognito-identity:UpdateIdentityPool)
            Do you want to remove the items listed first and apply the rest of the plan?
            """,
            host.Questions[0]
        );
    }

    [Fact]
    public void The_question_shows_calls_without_a_difference_too_and_nothing_where_there_is_nothing_else()
    {
        var loss = Losing[0] with { Changes = [Losing[0].Changes[1]] };
        var host = new AnsweringHost("Yes");
        service.Steps = [new PlanStep.PutRolePolicy("User", "Permissions", new TemplateMapping()), loss, new PlanStep.DeleteRole("Old")];
        using (LiveRun.Of(service, "New-IdentityPool shop | Publish-IdentityPool -Session $session", host)) { }

        service.Steps = [loss];
        using (LiveRun.Of(service, "New-IdentityPool shop | Publish-IdentityPool -Session $session", host)) { }

        const string Lost =
            "Create the identity pool 'shop' in eu-west-1 (account 123456789012):\n  - Tags[team] (was web) (cognito-identity:UpdateIdentityPool)\n";
        Assert.Equal(
            [
                Lost
                    + "  > Old (iam:DeleteRole)\nThe rest of the plan:\n  > User (iam:PutRolePolicy)\nDo you want to remove the items listed first and apply the rest of the plan?",
                Lost + "Do you want to remove these?",
            ],
            host.Questions
        );
    }

    [Theory]
    [InlineData("-WhatIf")]
    [InlineData("-WhatIf -Force")]
    [InlineData("-WhatIf -Confirm -PassThru")]
    public void WhatIf_says_that_nothing_has_to_be_done(string arguments)
    {
        service.Steps = [];

        using var run = LiveRun.Of(service, $"New-IdentityPool shop | Publish-IdentityPool -Session $session {arguments}");

        Assert.Equal("What if: shop: nothing to do\n", run.Shown);
        Assert.Empty(run.Output);
        Assert.Equal(["Plan shop"], service.Calls);
    }

    [Theory]
    [InlineData("New-IdentityPool shop | Publish-IdentityPool -Session $session", false)]
    [InlineData("New-IdentityPool shop | Publish-IdentityPool -Session $session -Confirm", true)]
    [InlineData("New-IdentityPool shop | Publish-IdentityPool -Session $session -Force -Confirm", true)]
    [InlineData("Remove-IdentityPool -Id eu-west-1:0 -Session $session", false)]
    [InlineData("Remove-IdentityPool -Id eu-west-1:0 -Session $session -Confirm", true)]
    [InlineData("Remove-IdentityPool -Id eu-west-1:0 -Session $session -Force -Confirm", true)]
    public void What_is_advised_where_nobody_can_answer_helps(string script, bool isConfirm)
    {
        service.Steps = Losing;

        using var run = LiveRun.Of(service, script);

        var message = Assert.Single(run.Errors).Exception.Message;
        Assert.Equal(
            isConfirm,
            message.EndsWith(
                "-Confirm asks even with -Force. Omit -Confirm: review the plan with -WhatIf, and confirm it with -Force.",
                StringComparison.Ordinal
            )
        );
        Assert.Equal(!isConfirm, message.EndsWith("confirm it with -Force or -Confirm:$false.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_pool_does_not_take_the_place_of_another_one()
    {
        const string Own = "eu-west-1:00000000-0000-0000-0000-000000000000";
        const string Other = "eu-west-1:00000000-0000-0000-0000-000000000001";

        using var run = LiveRun.Of(
            service,
            $"$pool = Get-IdentityPool -Id {Own} -AsReference; $pool | Publish-IdentityPool -Session $session -Id {Other} -Force; $pool | Publish-IdentityPool -Session $session -Id {Own}"
        );

        var error = Assert.Single(run.Errors);
        Assert.Equal("DefinitionOfOtherPool,IdentityPools.Commands.PublishIdentityPoolCommand", error.FullyQualifiedErrorId);
        Assert.Contains(Own, error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains(Other, error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal([$"Plan {Own}", $"Publish {Own}"], service.Calls);
    }

    [Theory]
    [InlineData("-Confirm")]
    [InlineData("", "$ConfirmPreference = 'Medium'; ")]
    public void Who_was_asked_for_the_whole_plan_is_not_asked_for_its_losses(string arguments, string before = "")
    {
        service.Steps = Losing;
        var host = new AnsweringHost("Yes");

        using var run = LiveRun.Of(service, $"{before}New-IdentityPool shop | Publish-IdentityPool -Session $session {arguments}", host);

        Assert.Single(host.Questions);
        Assert.Contains("Publish shop", service.Calls);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-Force")]
    public void WhatIf_asks_nothing_however_much_is_lost(string arguments)
    {
        service.Steps = Losing;
        var host = new AnsweringHost("Yes");

        using var run = LiveRun.Of(service, $"New-IdentityPool shop | Publish-IdentityPool -Session $session -WhatIf {arguments}", host);

        Assert.Empty(host.Questions);
        Assert.Equal(["Plan shop"], service.Calls);
    }

    [Theory]
    [InlineData("Remove-IdentityPool -Id eu-west-1:0 -Session $session -Force -WhatIf")]
    [InlineData("$WhatIfPreference = $true; Remove-IdentityPool -Id eu-west-1:0 -Session $session -Force")]
    public void Force_removes_nothing_under_WhatIf(string script)
    {
        using var run = LiveRun.Of(service, script);

        Assert.Equal(["PlanRemoval"], service.Calls);
        Assert.Contains(
            "What if: Remove the identity pool 'shop' (eu-west-1:0) in eu-west-1 (account 123456789012):\n  - shop (cognito-identity:DeleteIdentityPool)",
            run.Shown,
            StringComparison.Ordinal
        );
        Assert.Equal(["shop: the user pool eu-west-1_Ab1Cd2Ef3 is kept. It holds people."], run.Warnings);
    }

    [Fact]
    public void Who_does_not_want_a_removal_is_not_told_what_it_keeps()
    {
        using var run = LiveRun.Of(service, "Remove-IdentityPool -Id eu-west-1:0 -Session $session", new AnsweringHost("No"));

        Assert.Equal(["PlanRemoval"], service.Calls);
        Assert.Empty(run.Warnings);
    }

    [Fact]
    public void An_export_that_asks_nobody_says_so()
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.yaml");

        using var run = LiveRun.Of(service, $"New-IdentityPool shop | Export-IdentityPool '{file}' -Confirm");

        Assert.StartsWith("ConfirmationNeeded,", run.Terminating?.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.False(File.Exists(file));
    }

    [Theory]
    [InlineData("'shop', 'shop' | ForEach-Object { New-IdentityPool $_ } | Publish-IdentityPool -Session $session")]
    [InlineData("'shop', 'blog' | ForEach-Object { New-IdentityPool $_ } | Publish-IdentityPool -Session $session -Id eu-west-1:0")]
    public void A_pool_is_published_once(string script)
    {
        using var run = LiveRun.Of(service, script);

        Assert.Equal("SamePoolTwice,IdentityPools.Commands.PublishIdentityPoolCommand", Assert.Single(run.Errors).FullyQualifiedErrorId);
        Assert.Equal(["Plan shop", "Publish shop"], service.Calls);
    }

    [Fact]
    public void Two_names_may_turn_out_to_be_one_pool()
    {
        service.FoundId = FakeService.IdOf(7);

        using var run = LiveRun.Of(service, "'shop', 'blog' | ForEach-Object { New-IdentityPool $_ } | Publish-IdentityPool -Session $session");

        var error = Assert.Single(run.Errors);
        Assert.Equal(("SamePoolTwice,IdentityPools.Commands.PublishIdentityPoolCommand", "blog"), (error.FullyQualifiedErrorId, $"{error.TargetObject}"));
        Assert.Equal("Publish shop", Assert.Single(service.Calls, call => call.StartsWith("Publish", StringComparison.Ordinal)));
    }

    [Fact]
    public void Differences_name_their_pool_and_what_is_kept_is_shown_on_demand()
    {
        service.Kept = [FakeService.KeptTag];
        using var run = LiveRun.Of(service, "New-IdentityPool shop | Compare-IdentityPool -Session $session -IncludeUnmanaged");

        var changes = run.Output.Cast<IdentityPoolChange>().ToList();
        Assert.Equal([ChangeKind.Create, ChangeKind.Keep], changes.Select(change => change.Kind));
        Assert.All(changes, change => Assert.Equal("shop", change.IdentityPool));
    }
}
