using IdentityPools.Policies;
using Xunit;

namespace IdentityPools.UnitTests.Policies;

/// <summary>Which requests fulfil a condition.</summary>
public sealed class PolicyConditionTests
{
    private const string Key = "aws:key";

    /// <summary>Values are parted by blanks; a request without the key has none, and one whose key is empty has an empty list.</summary>
    [Theory]
    [InlineData("StringEquals", "a b", "a", true)]
    [InlineData("StringEquals", "a b", "c", false)]
    [InlineData("StringEquals", "a", "", false)]
    [InlineData("StringNotEquals", "a b", "a", false)]
    [InlineData("StringNotEquals", "a b", "c", true)]
    [InlineData("StringNotEquals", "a", "", true)]
    [InlineData("StringEqualsIfExists", "a", "", true)]
    [InlineData("StringEqualsIfExists", "a", "b", false)]
    [InlineData("ForAllValues:StringEquals", "a", "", true)]
    [InlineData("ForAllValues:StringEquals", "a", "a a", true)]
    [InlineData("ForAllValues:StringEquals", "a", "a b", false)]
    [InlineData("ForAnyValue:StringEquals", "a", "a b", true)]
    [InlineData("ForAnyValue:StringEquals", "a", "", false)]
    [InlineData("ForAnyValue:StringNotEquals", "a", "", false)]
    [InlineData("ForAnyValue:StringNotEquals", "a", "a b", true)]
    [InlineData("ForAnyValue:StringNotEquals", "a", "a a", false)]
    [InlineData("Null", "true", "", true)]
    [InlineData("Null", "true", "a", false)]
    [InlineData("Null", "false", "a", true)]
    [InlineData("Null", "false", "", false)]
    [InlineData("Null", "true false", "", true)]
    [InlineData("Null", "true false", "a", true)]
    public void A_request_fulfils_a_condition_or_not(string written, string values, string actual, bool expected)
    {
        var condition = PolicyCondition.Parse(written, Key, values.Split(' '));
        var request = actual.Split(' ', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(expected, condition.IsMet(new Dictionary<string, IReadOnlyList<string>> { [Key] = request }));
        if (request.Length == 0)
        {
            Assert.Equal(expected, condition.IsMet(new Dictionary<string, IReadOnlyList<string>>()));
        }
    }

    [Theory]
    [InlineData("StringEquals", ConditionQuantifier.None, false)]
    [InlineData("StringEqualsIfExists", ConditionQuantifier.None, true)]
    [InlineData("ForAllValues:StringEquals", ConditionQuantifier.All, false)]
    [InlineData("ForAnyValue:StringEqualsIfExists", ConditionQuantifier.Any, true)]
    public void An_operator_is_shown_as_it_is_written(string written, object quantifier, bool ifExists)
    {
        var condition = PolicyCondition.Parse(written, Key, ["a"]);

        Assert.Equal(("StringEquals", quantifier, ifExists), (condition.Operator, (object)condition.Quantifier, condition.IfExists));
        Assert.Equal(written, condition.Written);
    }

    [Theory]
    [InlineData("StringResembles", Key, "Invalid Condition type : StringResembles")]
    [InlineData("stringequals", Key, "Invalid Condition type : stringequals")]
    [InlineData("ForSomeValues:StringEquals", Key, "Invalid Condition type : ForSomeValues:StringEquals")]
    [InlineData("NullIfExists", Key, "Invalid Condition type : NullIfExists")]
    [InlineData("StringEquals", "key", "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.")]
    public void What_IAM_does_not_know_is_no_condition(string written, string key, string message) =>
        Assert.Equal(message, Assert.Throws<MalformedPolicyException>(() => PolicyCondition.Parse(written, key, ["a"])).Message);

    [Theory]
    [InlineData("Null", "false", true)]
    [InlineData("Null", "False", true)]
    [InlineData("Null", "true", false)]
    [InlineData("Null", "false true", false)]
    [InlineData("Bool", "false", false)]
    [InlineData("StringEquals", "a", false)]
    public void A_key_has_to_be_there_where_it_must_not_be_null(string written, string values, bool expected) =>
        Assert.Equal(expected, PolicyCondition.Parse(written, Key, values.Split(' ')).IsPresence);
}
