using System.Management.Automation;

namespace IdentityPools.ModuleTests.PesterLite;

/// <summary>
/// The assertion. Each operator is a parameter with a set of its own, so that an operator that is not here is an error of the binder.
/// </summary>
[Cmdlet(VerbsLifecycle.Invoke, "Should", DefaultParameterSetName = NoOperator)]
public sealed class ShouldCommand : PSCmdlet
{
    private const string NoOperator = "None";

    private readonly List<object?> input = [];

    /// <summary>What is looked at.</summary>
    [Parameter(ValueFromPipeline = true)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public object? ActualValue { get; set; }

    /// <summary>Turns the operator round.</summary>
    [Parameter]
    public SwitchParameter Not { get; set; }

    /// <summary>Said when the assertion fails.</summary>
    [Parameter]
    public string Because { get; set; } = "";

    /// <summary>Equal, without regard to case.</summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(Be))]
    [AllowNull, AllowEmptyString, AllowEmptyCollection]
    public object? Be { get; set; }

    /// <summary>Equal, with regard to case.</summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(BeExactly))]
    [AllowNull, AllowEmptyString, AllowEmptyCollection]
    public object? BeExactly { get; set; }

    /// <summary>Null, empty text or an empty list.</summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(BeNullOrEmpty))]
    public SwitchParameter BeNullOrEmpty { get; set; }

    /// <summary>True, or what counts as true.</summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(BeTrue))]
    public SwitchParameter BeTrue { get; set; }

    /// <summary>False, or what counts as false.</summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(BeFalse))]
    public SwitchParameter BeFalse { get; set; }

    /// <summary>Of a type.</summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(BeOfType))]
    public Type BeOfType { get; set; } = null!;

    /// <summary>Greater.</summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(BeGreaterThan))]
    public object BeGreaterThan { get; set; } = null!;

    /// <summary>Greater or equal.</summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(BeGreaterOrEqual))]
    public object BeGreaterOrEqual { get; set; } = null!;

    /// <summary>Less.</summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(BeLessThan))]
    public object BeLessThan { get; set; } = null!;

    /// <summary>Less or equal.</summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(BeLessOrEqual))]
    public object BeLessOrEqual { get; set; } = null!;

    /// <summary>One of a list.</summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(BeIn))]
    public object[] BeIn { get; set; } = null!;

    /// <summary>Fits wildcards, without regard to case.</summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(BeLike))]
    public string BeLike { get; set; } = null!;

    /// <summary>Fits wildcards, with regard to case.</summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(BeLikeExactly))]
    public string BeLikeExactly { get; set; } = null!;

    /// <summary>Fits a regular expression, without regard to case.</summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(Match))]
    public string Match { get; set; } = null!;

    /// <summary>Fits a regular expression, with regard to case.</summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(MatchExactly))]
    public string MatchExactly { get; set; } = null!;

    /// <summary>Has an item.</summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(Contain))]
    [AllowNull]
    public object? Contain { get; set; }

    /// <summary>Has so many items.</summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(HaveCount))]
    [ValidateRange(ValidateRangeKind.NonNegative)]
    public int HaveCount { get; set; }

    /// <summary>Is a path where something is.</summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(Exist))]
    public SwitchParameter Exist { get; set; }

    /// <summary>Is a file with a line that fits a regular expression, without regard to case.</summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(FileContentMatch))]
    public string FileContentMatch { get; set; } = null!;

    /// <summary>Throws.</summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(Throw))]
    public SwitchParameter Throw { get; set; }

    /// <summary>The message that is thrown, with wildcards.</summary>
    [Parameter(ParameterSetName = nameof(Throw), Position = 0)]
    public string? ExpectedMessage { get; set; }

    /// <summary>The full id of the error that is thrown, with wildcards.</summary>
    [Parameter(ParameterSetName = nameof(Throw))]
    public string? ErrorId { get; set; }

    /// <summary>The type of the exception that is thrown.</summary>
    [Parameter(ParameterSetName = nameof(Throw))]
    public Type? ExceptionType { get; set; }

    /// <summary>Emits the error that was thrown.</summary>
    [Parameter(ParameterSetName = nameof(Throw))]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => input.Add(ActualValue);

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var whole = MyInvocation.ExpectingInput ? [.. input] : Assertion.Items(ActualValue);
        switch (ParameterSetName)
        {
            case nameof(Be):
                Assert(whole, Assertion.AreEqual(whole, Be, ignoreCase: true));
                break;
            case nameof(BeExactly):
                Assert(whole, Assertion.AreEqual(whole, BeExactly, ignoreCase: false));
                break;
            case nameof(BeNullOrEmpty):
                Assert(whole, Assertion.IsNullOrEmpty(whole));
                break;
            case nameof(Contain):
                Assert(whole, Assertion.Contains(whole, Contain));
                break;
            case nameof(HaveCount):
                Assert(whole, whole.Length == HaveCount);
                break;
            default:
                // The other operators look at one thing after another; nothing in the pipeline is one null.
                foreach (var item in MyInvocation.ExpectingInput ? input.DefaultIfEmpty(null) : [ActualValue])
                {
                    AssertOne(item);
                }

                break;
        }
    }

    private void AssertOne(object? actual)
    {
        if (ParameterSetName == nameof(Throw))
        {
            AssertThrows(actual);
            return;
        }

        Assert(
            actual,
            ParameterSetName switch
            {
                nameof(BeTrue) => LanguagePrimitives.IsTrue(actual),
                nameof(BeFalse) => !LanguagePrimitives.IsTrue(actual),
                nameof(BeOfType) => BeOfType.IsInstanceOfType(TestNode.Unwrapped(actual)),
                nameof(BeGreaterThan) => Assertion.Compare(actual, BeGreaterThan) > 0,
                nameof(BeGreaterOrEqual) => Assertion.Compare(actual, BeGreaterOrEqual) >= 0,
                nameof(BeLessThan) => Assertion.Compare(actual, BeLessThan) < 0,
                nameof(BeLessOrEqual) => Assertion.Compare(actual, BeLessOrEqual) <= 0,
                nameof(BeIn) => Assertion.Contains(BeIn, actual),
                nameof(BeLike) => Assertion.IsLike(actual, BeLike, ignoreCase: true),
                nameof(BeLikeExactly) => Assertion.IsLike(actual, BeLikeExactly, ignoreCase: false),
                nameof(Match) => Assertion.Matches(actual, Match, ignoreCase: true),
                nameof(MatchExactly) => Assertion.Matches(actual, MatchExactly, ignoreCase: false),
                nameof(Exist) => InvokeProvider.Item.Exists(Assertion.Text(actual)),
                nameof(FileContentMatch) => File.ReadAllLines(GetUnresolvedProviderPathFromPSPath(Assertion.Text(actual)))
                    .Any(line => Assertion.Matches(line, FileContentMatch, ignoreCase: true)),
                _ => throw new PSArgumentException("Should needs an operator."),
            }
        );
    }

    private void Assert(object? actual, bool holds)
    {
        if (holds == Not)
        {
            var expected = MyInvocation.BoundParameters.GetValueOrDefault(ParameterSetName);
            var shownActual = actual is object?[] { Length: 1 } single ? single[0] : actual;
            Fail($"Expected {(Not ? "not " : "")}{ParameterSetName} {Assertion.Shown(expected)}, but got {Assertion.Shown(shownActual)}.");
        }
    }

    private void AssertThrows(object? actual)
    {
        if (TestNode.Unwrapped(actual) is not ScriptBlock body)
        {
            throw new PSArgumentException("Should -Throw needs a script block.");
        }

        var error = ThrownError.Of(SessionState, body);
        if (Not)
        {
            if (error is not null)
            {
                Fail($"Expected no exception, but '{error}' was thrown.");
            }

            return;
        }

        if (error is null)
        {
            Fail("Expected an exception to be thrown, but none was.");
        }

        if (ExceptionType?.IsInstanceOfType(error.Exception) == false)
        {
            Fail($"Expected an exception of the type {ExceptionType}, but got {error.Exception.GetType()}: {error}");
        }

        if (!string.IsNullOrWhiteSpace(ExpectedMessage) && !Assertion.IsLike(error.Exception.Message, ExpectedMessage, ignoreCase: true))
        {
            Fail($"Expected the message '{ExpectedMessage}', but got '{error.Exception.Message}'.");
        }

        if (!string.IsNullOrWhiteSpace(ErrorId) && !Assertion.IsLike(error.FullyQualifiedErrorId, ErrorId, ignoreCase: true))
        {
            Fail($"Expected the error '{ErrorId}', but got '{error.FullyQualifiedErrorId}': {error}");
        }

        if (PassThru)
        {
            WriteObject(error);
        }
    }

    [System.Diagnostics.CodeAnalysis.DoesNotReturn]
    private void Fail(string message)
    {
        var because = Because.Length == 0 ? "" : $" Because: {Because}.";
        ThrowTerminatingError(new(new AssertionException(message + because), "PesterAssertionFailed", ErrorCategory.InvalidResult, null));
        throw new InvalidOperationException();
    }
}
