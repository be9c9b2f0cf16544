using System.Management.Automation;

namespace IdentityPools.ModuleTests.PesterLite;

/// <summary>Finds the tests of a file and, unless told otherwise, runs them: first all of discovery, then the run, as Pester does.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "PesterLite")]
public sealed class InvokePesterLiteCommand : PSCmdlet
{
    private readonly List<ScriptTestResult> results = [];

    /// <summary>The file.</summary>
    [Parameter(Mandatory = true)]
    public string Path { get; set; } = null!;

    /// <summary>Only finds.</summary>
    [Parameter]
    public SwitchParameter DiscoverOnly { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var session = TestSession.Of(this);
        Discover(session);
        if (!session.Root.Tests.Any())
        {
            throw new PSInvalidOperationException($"'{Path}' has no test.");
        }

        if (DiscoverOnly)
        {
            results.AddRange(
                session.Root.Tests.Select(test => new ScriptTestResult(test.Path, test.IsSkipped ? ScriptTestOutcome.Skipped : ScriptTestOutcome.Passed))
            );
        }
        else
        {
            using var drive = new TestDrive();
            SessionState.Enter([new("TestDrive", drive.Path)], () => RunBlock(session.Root, drive));
        }

        WriteObject(results, enumerateCollection: true);
    }

    private void Discover(TestSession session)
    {
        session.IsDiscovering = true;
        session.Current = session.Root;
        SessionState.Enter([], () => SessionState.Dot(ScriptBlock.Create($". '{Path.Replace("'", "''", StringComparison.Ordinal)}'")));
        session.IsDiscovering = false;
    }

    private void RunBlock(TestBlock block, TestDrive drive)
    {
        var before = drive.Entries;
        SessionState.Enter(
            block.Variables,
            () =>
            {
                if (block.Tests.All(test => test.IsSkipped))
                {
                    results.AddRange(block.Tests.Select(test => new ScriptTestResult(test.Path, ScriptTestOutcome.Skipped)));
                    return;
                }

                var failure = Attempt(() => block.BeforeAll.ForEach(SessionState.Dot));
                if (failure is not null)
                {
                    results.AddRange(
                        block.Tests.Select(test => new ScriptTestResult(test.Path, ScriptTestOutcome.Failed, $"BeforeAll failed: {failure.Value.Message}"))
                    );
                }
                else
                {
                    RunChildren(block, drive);
                }

                if (Attempt(() => block.AfterAll.ForEach(SessionState.Dot)) is { } after)
                {
                    results.Add(new($"{block.Path} › AfterAll", ScriptTestOutcome.Failed, after.Message));
                }
            }
        );
        drive.Keep(before);
    }

    private void RunChildren(TestBlock block, TestDrive drive)
    {
        foreach (var child in block.Children)
        {
            if (child is TestBlock nested)
            {
                RunBlock(nested, drive);
            }
            else
            {
                results.Add(RunTest((TestCase)child));
            }
        }
    }

    private ScriptTestResult RunTest(TestCase test)
    {
        if (test.IsSkipped)
        {
            return new(test.Path, ScriptTestOutcome.Skipped);
        }

        var blocks = new List<TestBlock>();
        for (var block = test.Parent; block is not null; block = block.Parent)
        {
            blocks.Insert(0, block);
        }

        (ScriptTestOutcome Outcome, string Message)? failure = null;
        SessionState.Enter(
            test.Variables,
            () =>
            {
                failure = Attempt(() =>
                {
                    blocks.ForEach(block => block.BeforeEach.ForEach(SessionState.Dot));
                    SessionState.Dot(test.Body);
                });

                // Cleans up after a failed test, too.
                blocks.Reverse();
                var after = Attempt(() => blocks.ForEach(block => block.AfterEach.ForEach(SessionState.Dot)));
                failure ??= after;
            }
        );
        return failure is { } what ? new(test.Path, what.Outcome, what.Message) : new(test.Path, ScriptTestOutcome.Passed);
    }

    private static (ScriptTestOutcome Outcome, string Message)? Attempt(Action action)
    {
        try
        {
            action();
            return null;
        }
        catch (RuntimeException exception) when (exception.ErrorRecord.Exception is TestSkippedException skipped)
        {
            return (ScriptTestOutcome.Skipped, skipped.Message);
        }
        catch (RuntimeException exception)
        {
            var error = exception.ErrorRecord;
            return (ScriptTestOutcome.Failed, $"{error.Exception.Message} [{error.FullyQualifiedErrorId}]{Environment.NewLine}{error.ScriptStackTrace}");
        }
    }
}
