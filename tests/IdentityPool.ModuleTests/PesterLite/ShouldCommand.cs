using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Text.RegularExpressions;

namespace IdentityPools.ModuleTests.PesterLite;

/// <summary>The assertion. Each operator is a parameter, so that an operator that is not here is an error of the binder.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "Should")]
public sealed class ShouldCommand : PSCmdlet
{
    private readonly List<object?> input = [];

    /// <summary>What is looked at; several things of the pipeline are looked at together.</summary>
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
    [Parameter(Mandatory = true, ParameterSetName = nameof(Be), Position = 0)]
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

    /// <summary>Less or equal.</summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(BeLessOrEqual))]
    public object BeLessOrEqual { get; set; } = null!;

    /// <summary>One of a list.</summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(BeIn))]
    public object[] BeIn { get; set; } = null!;

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
    public int HaveCount { get; set; }

    /// <summary>Throws.</summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(Throw))]
    public SwitchParameter Throw { get; set; }

    /// <summary>The message that is thrown, with wildcards.</summary>
    [Parameter(ParameterSetName = nameof(Throw))]
    public string? ExpectedMessage { get; set; }

    /// <summary>The full id of the error that is thrown.</summary>
    [Parameter(ParameterSetName = nameof(Throw))]
    public string? ErrorId { get; set; }

    /// <summary>Emits the error that was thrown.</summary>
    [Parameter(ParameterSetName = nameof(Throw))]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => input.Add(ActualValue);

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (ParameterSetName == nameof(Throw))
        {
            AssertThrows();
            return;
        }

        var actual = input.Count switch
        {
            0 => null,
            1 => input[0],
            _ => input.ToArray(),
        };
        if (Holds(actual) == Not)
        {
            var expected = MyInvocation.BoundParameters.GetValueOrDefault(ParameterSetName);
            Fail($"Expected {(Not ? "not " : "")}{ParameterSetName} {Shown(expected)}, but got {Shown(actual)}.");
        }
    }

    private bool Holds(object? actual) =>
        ParameterSetName switch
        {
            nameof(Be) => AreEqual(actual, Be, ignoreCase: true),
            nameof(BeExactly) => AreEqual(actual, BeExactly, ignoreCase: false),
            nameof(BeNullOrEmpty) => input.All(item => Unwrapped(item) is null or "" or ICollection { Count: 0 }),
            nameof(BeTrue) => LanguagePrimitives.IsTrue(actual),
            nameof(BeFalse) => !LanguagePrimitives.IsTrue(actual),
            nameof(BeOfType) => input.Count > 0 && input.TrueForAll(item => BeOfType.IsInstanceOfType(Unwrapped(item))),
            nameof(BeGreaterThan) => LanguagePrimitives.Compare(Unwrapped(actual), BeGreaterThan, true, null) > 0,
            nameof(BeLessOrEqual) => LanguagePrimitives.Compare(Unwrapped(actual), BeLessOrEqual, true, null) <= 0,
            nameof(BeIn) => BeIn.Any(item => LanguagePrimitives.Equals(actual, item, ignoreCase: true, CultureInfo.InvariantCulture)),
            nameof(Match) => input.Count > 0 && input.TrueForAll(item => Regex.IsMatch(Text(item), Match, RegexOptions.IgnoreCase)),
            nameof(MatchExactly) => input.Count > 0 && input.TrueForAll(item => Regex.IsMatch(Text(item), MatchExactly)),
            nameof(Contain) => Items().Any(item => LanguagePrimitives.Equals(item, Contain, ignoreCase: true, CultureInfo.InvariantCulture)),
            nameof(HaveCount) => Items().Count() == HaveCount,
            var unknown => throw new PSNotSupportedException(unknown),
        };

    private IEnumerable<object?> Items() =>
        input.Count == 1 && Unwrapped(input[0]) is IEnumerable list and not string and not IDictionary ? list.Cast<object?>() : input;

    private static bool AreEqual(object? actual, object? expected, bool ignoreCase)
    {
        var (left, right) = (Unwrapped(actual), Unwrapped(expected));
        return left is IList actualItems || right is IList
            ? List(left).SequenceEqual(List(right), EqualityComparer<object?>.Create((one, other) => AreEqual(one, other, ignoreCase), _ => 0))
            : LanguagePrimitives.Equals(left, right, ignoreCase, CultureInfo.InvariantCulture);

        static IEnumerable<object?> List(object? value) => value is IList items ? items.Cast<object?>() : [value];
    }

    private void AssertThrows()
    {
        var error = Thrown((ScriptBlock)Unwrapped(input.Single())!);
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

        if (ErrorId is not null && !string.Equals(ErrorId, error.FullyQualifiedErrorId, StringComparison.OrdinalIgnoreCase))
        {
            Fail($"Expected the error '{ErrorId}', but got '{error.FullyQualifiedErrorId}': {error}");
        }

        if (ExpectedMessage is not null && !WildcardPattern.Get(ExpectedMessage, WildcardOptions.IgnoreCase).IsMatch(error.Exception.Message))
        {
            Fail($"Expected the message '{ExpectedMessage}', but got '{error.Exception.Message}'.");
        }

        if (PassThru)
        {
            WriteObject(error);
        }
    }

    private ErrorRecord? Thrown(ScriptBlock body)
    {
        try
        {
            SessionState.InvokeCommand.InvokeScript(useLocalScope: true, body, null);
            return null;
        }
        catch (RuntimeException exception)
        {
            return exception.ErrorRecord;
        }
    }

    [System.Diagnostics.CodeAnalysis.DoesNotReturn]
    private void Fail(string message)
    {
        var because = Because.Length == 0 ? "" : $" Because: {Because}.";
        ThrowTerminatingError(new(new AssertionException(message + because), "PesterAssertionFailed", ErrorCategory.InvalidResult, null));
        throw new InvalidOperationException();
    }

    private static object? Unwrapped(object? value) => TestNode.Unwrapped(value);

    private static string Text(object? value) => LanguagePrimitives.ConvertTo<string>(value) ?? "";

    private static string Shown(object? value) =>
        Unwrapped(value) switch
        {
            null => "$null",
            IList list => $"@({string.Join(", ", list.Cast<object?>().Select(Shown))})",
            var item => $"'{Text(item)}'",
        };
}

internal sealed class AssertionException(string message) : Exception(message);
