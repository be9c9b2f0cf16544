using IdentityPools.Validation;

namespace IdentityPools.Policies;

/// <summary>One line of a condition block: an operator, a key and the values of which one has to fit.</summary>
/// <param name="Operator">The operator's name without what stands before and after it.</param>
/// <param name="Quantifier">How a key with several values is compared.</param>
/// <param name="IfExists">Whether a request without the key passes.</param>
/// <param name="Key">The condition key.</param>
/// <param name="Values">The values.</param>
internal sealed record PolicyCondition(string Operator, ConditionQuantifier Quantifier, bool IfExists, string Key, IReadOnlyList<string> Values)
{
    private const string AllPrefix = "ForAllValues:";
    private const string AnyPrefix = "ForAnyValue:";
    private const string IfExistsSuffix = "IfExists";

    /// <summary>The operator as it is written.</summary>
    public string Written =>
        Quantifier switch
        {
            ConditionQuantifier.All => AllPrefix,
            ConditionQuantifier.Any => AnyPrefix,
            _ => "",
        }
        + Operator
        + (IfExists ? IfExistsSuffix : "");

    /// <summary>Whether the key has to be there with one of the values.</summary>
    public bool IsDemand => !IfExists && Operator != ConditionOperators.Null && !ConditionOperators.IsNegated(Operator);

    /// <summary>Whether it asks that the key is there.</summary>
    public bool IsPresence => Operator == ConditionOperators.Null && Values.All(value => value.Equals("false", StringComparison.OrdinalIgnoreCase));

    /// <summary>A condition of which nothing is known but that it is there: nothing fulfils it, and its value is an unknown one.</summary>
    public static PolicyCondition Unknown(string written) => new("StringEquals", ConditionQuantifier.None, IfExists: false, $"<{written}>", [$"<{written}>"]);

    /// <summary>Takes the written operator apart; one that IAM does not know is refused.</summary>
    /// <exception cref="MalformedPolicyException">IAM does not know it, or the key is of no service.</exception>
    public static PolicyCondition Parse(string written, string key, IReadOnlyList<string> values)
    {
        var (quantifier, name, ifExists) = Apart(written);
        if (!IsOperator(written))
        {
            throw new MalformedPolicyException($"Invalid Condition type : {written}");
        }

        if (!key.Contains(':', StringComparison.Ordinal))
        {
            throw new MalformedPolicyException("Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.");
        }

        return new(name, quantifier, ifExists, key, values);
    }

    /// <summary>Whether IAM knows an operator as it is written.</summary>
    public static bool IsOperator(string written) =>
        // Whether a key exists is what Null asks; "if it exists" makes no sense with it.
        Apart(written) is var (_, name, ifExists)
        && ConditionOperators.IsKnown(name)
        && !(ifExists && name == ConditionOperators.Null);

    /// <summary>The operator that IAM knows and that is closest to what is written, with what stands before and after it.</summary>
    public static string NearestOperator(string written) =>
        NearMiss.Closest(
            written,
            from name in ConditionOperators.Names
            from prefix in new[] { "", AllPrefix, AnyPrefix }
            from suffix in new[] { "", IfExistsSuffix }
            let known = prefix + name + suffix
            where IsOperator(known)
            select known
        )!;

    /// <summary>Whether a request fulfils the condition.</summary>
    /// <param name="context">The values of the request's keys.</param>
    public bool IsMet(IReadOnlyDictionary<string, IReadOnlyList<string>> context)
    {
        var exists = context.TryGetValue(Key, out var actual) && actual.Count > 0;
        if (Operator == ConditionOperators.Null)
        {
            return Values.Any(value => value.Equals(exists ? "false" : "true", StringComparison.OrdinalIgnoreCase));
        }

        if (!exists)
        {
            // A negated operator is fulfilled by a key that is not there, and so is every operator of all values of none.
            return IfExists || Quantifier == ConditionQuantifier.All || (Quantifier == ConditionQuantifier.None && ConditionOperators.IsNegated(Operator));
        }

        return Quantifier == ConditionQuantifier.Any ? actual!.Any(Fits) : actual!.All(Fits);
    }

    private static (ConditionQuantifier Quantifier, string Name, bool IfExists) Apart(string written)
    {
        var quantifier =
            written.StartsWith(AllPrefix, StringComparison.Ordinal) ? ConditionQuantifier.All
            : written.StartsWith(AnyPrefix, StringComparison.Ordinal) ? ConditionQuantifier.Any
            : ConditionQuantifier.None;
        var name = quantifier == ConditionQuantifier.None ? written : written[(written.IndexOf(':', StringComparison.Ordinal) + 1)..];
        var ifExists = name.EndsWith(IfExistsSuffix, StringComparison.Ordinal);
        return (quantifier, ifExists ? name[..^IfExistsSuffix.Length] : name, ifExists);
    }

    private bool Fits(string actual) =>
        ConditionOperators.IsNegated(Operator)
            ? Values.All(value => ConditionOperators.Compare(Operator, actual, value))
            : Values.Any(value => ConditionOperators.Compare(Operator, actual, value));
}

/// <summary>How a condition treats a key that has several values.</summary>
internal enum ConditionQuantifier
{
    /// <summary>The key has one value.</summary>
    None,

    /// <summary><c>ForAllValues:</c></summary>
    All,

    /// <summary><c>ForAnyValue:</c></summary>
    Any,
}
