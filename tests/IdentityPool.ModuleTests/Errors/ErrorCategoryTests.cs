using System.Management.Automation;
using Xunit;

namespace IdentityPools.ModuleTests.Errors;

/// <summary>Every id of an error that a user may see stands in the table of categories once, and nothing else does.</summary>
public sealed class ErrorCategoryTests
{
    private static readonly ErrorIdFlow Flow = ErrorIdFlow.OfSources();
    private static readonly List<KeyValuePair<string, string>> Rows = [.. Flow.Rows("ErrorCategories")];

    [Fact]
    public void The_ids_are_known() => Assert.Empty(Flow.Untraced);

    [Fact]
    public void Every_id_has_one_row_and_every_row_an_id() => Assert.Equal(Flow.Ids, Rows.Select(row => row.Key));

    [Fact]
    public void Every_row_has_a_category() =>
        Assert.All(Rows, row => Assert.True(Enum.TryParse<ErrorCategory>(row.Value, out var category) && category != ErrorCategory.NotSpecified, row.Key));
}
