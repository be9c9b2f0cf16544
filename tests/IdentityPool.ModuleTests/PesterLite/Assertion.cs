using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Text.RegularExpressions;

namespace IdentityPools.ModuleTests.PesterLite;

/// <summary>What the operators of <c>Should</c> mean, in terms of the language's own operators.</summary>
internal static class Assertion
{
    /// <summary>What the pipeline would make of a value: its items, or the value alone.</summary>
    public static object?[] Items(object? value) =>
        TestNode.Unwrapped(value) switch
        {
            null => [],
            Array array => [.. array.Cast<object?>()],
            var single when LanguagePrimitives.GetEnumerable(single) is { } items => [.. items.Cast<object?>()],
            var single => [single],
        };

    /// <summary>Whether lists have equal items; a list of one equals its item, an empty list equals null.</summary>
    public static bool AreEqual(object? actual, object? expected, bool ignoreCase)
    {
        var (left, right) = (Items(actual), Items(expected));
        if (IsNothing(left) || IsNothing(right))
        {
            return IsNothing(left) && IsNothing(right);
        }

        return left.Length == right.Length
            && left.Zip(right)
                .All(pair =>
                    TestNode.Unwrapped(pair.First) is Array || TestNode.Unwrapped(pair.Second) is Array
                        ? AreEqual(pair.First, pair.Second, ignoreCase)
                        // The left side of -eq decides about conversion, and expected is what stands there.
                        : LanguagePrimitives.Equals(pair.Second, pair.First, ignoreCase, CultureInfo.InvariantCulture)
                );

        static bool IsNothing(object?[] items) => items is [] or [null];
    }

    public static bool IsNullOrEmpty(object?[] items) =>
        items switch
        {
            [] => true,
            [var single] => TestNode.Unwrapped(single) is IDictionary map ? map.Count == 0 : Text(single).Length == 0,
            _ => false,
        };

    public static bool Contains(IEnumerable<object?> items, object? wanted) =>
        items.Any(item => LanguagePrimitives.Equals(TestNode.Unwrapped(item), TestNode.Unwrapped(wanted), ignoreCase: true, CultureInfo.InvariantCulture));

    public static int Compare(object? actual, object? expected) =>
        LanguagePrimitives.Compare(TestNode.Unwrapped(actual), TestNode.Unwrapped(expected), ignoreCase: true, CultureInfo.InvariantCulture);

    public static bool IsLike(object? actual, string pattern, bool ignoreCase) =>
        WildcardPattern.Get(pattern, ignoreCase ? WildcardOptions.IgnoreCase : WildcardOptions.None).IsMatch(Text(actual));

    public static bool Matches(object? actual, string pattern, bool ignoreCase) =>
        Regex.IsMatch(Text(actual), pattern, ignoreCase ? RegexOptions.IgnoreCase : RegexOptions.None);

    public static string Text(object? value) => LanguagePrimitives.ConvertTo<string>(value) ?? "";

    public static string Shown(object? value) =>
        TestNode.Unwrapped(value) switch
        {
            null => "$null",
            IList list => $"@({string.Join(", ", list.Cast<object?>().Select(Shown))})",
            var item => $"'{Text(item)}'",
        };
}
