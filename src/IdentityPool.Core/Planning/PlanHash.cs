using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using IdentityPools.Template;
using IdentityPools.Values;

namespace IdentityPools.Planning;

/// <summary>
/// The hash by which a plan is approved. It covers the account, the region, the pool, and every call in order with all that the call says and every
/// difference that it closes. It does not cover what is kept, since nothing is done about it, nor a secret: whoever knows the rest of a plan could guess
/// one by its hash.
/// </summary>
internal static class PlanHash
{
    private const int Length = 2 * SHA256.HashSizeInBytes;

    /// <exception cref="Validation.DefinitionException">The text is not the hash of any plan.</exception>
    public static string Check(string hash) =>
        hash.Length == Length && hash.All(char.IsAsciiHexDigit)
            ? hash.ToLowerInvariant()
            : throw DefinitionErrors.Create(nameof(Messages.InvalidPlanHash), hash, hash, Length);

    public static string Create(PublishPlan plan)
    {
        var text = new StringBuilder();
        Write(text, plan.Account.Id);
        Write(text, plan.Account.Region);
        Write(text, plan.Account.IsSandbox);
        Write(text, plan.Id);
        Write(text, plan.IsCreation ? plan.Name : null);
        foreach (var step in plan.Steps)
        {
            Write(text, step);
        }

        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()))).ToLowerInvariant();
    }

    private static void Write(StringBuilder text, PlanStep step)
    {
        Write(text, step.Operation);
        Write(text, step.Target);
        if (!step.IsReplacement)
        {
            WriteMembers(text, step);
        }

        foreach (var change in step.Changes)
        {
            Write(text, change.Path);
            Write(text, change.Kind);
            Write(text, change.Values.Before);
            Write(text, change.Values.After);
        }

        text.Append(';');
    }

    /// <summary>A value so that no other one has the same text: every text has its length before it.</summary>
    private static void Write(StringBuilder text, object? value)
    {
        switch (value)
        {
            case null:
                text.Append('-');
                break;
            case ProviderSecret:
                text.Append('*');
                break;
            case string or bool or int or Enum:
                var plain = Convert.ToString(value, CultureInfo.InvariantCulture)!;
                text.Append(CultureInfo.InvariantCulture, $"{plain.Length}:{plain}");
                break;
            case TemplateMapping mapping:
                // Neither their equality nor AWS looks at the order of their entries.
                WriteAll(text, mapping.OrderBy(entry => entry.Key, StringComparer.Ordinal).SelectMany(entry => new object[] { entry.Key, entry.Value }));
                break;
            case IDictionary map:
                WriteAll(text, Entries(map));
                break;
            case IEnumerable list:
                WriteAll(text, list.Cast<object?>());
                break;
            default:
                WriteMembers(text, value);
                break;
        }
    }

    private static void WriteAll(StringBuilder text, IEnumerable<object?> values)
    {
        text.Append('[');
        foreach (var value in values)
        {
            Write(text, value);
        }

        text.Append(']');
    }

    private static IEnumerable<object?> Entries(IDictionary map)
    {
        for (var entries = map.GetEnumerator(); entries.MoveNext(); )
        {
            yield return entries.Key;
            yield return entries.Value;
        }
    }

    /// <summary>All that a record is made of, so that a member that it gets one day counts too.</summary>
    private static void WriteMembers(StringBuilder text, object value)
    {
        var members = value
            .GetType()
            .GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Where(member => member.CanWrite && member.Name != nameof(PlanStep.Changes))
            .OrderBy(member => member.Name, StringComparer.Ordinal)
            .ToList();
        if (members.Count == 0)
        {
            throw new InvalidOperationException($"A {value.GetType()} has no text that tells it from others.");
        }

        WriteAll(text, members.Select(member => member.GetValue(value)));
    }
}
