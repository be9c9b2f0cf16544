using IdentityPools.Policies;
using Xunit;

namespace IdentityPools.UnitTests.Access;

/// <summary>
/// What every access to every service grants, word for word, as catalogue.txt has it. An action that moves from writing to reading is seen here by nobody
/// else: whoever changes the list on purpose changes the file too, and whoever reviews sees both.
/// </summary>
public sealed class CatalogueListTests
{
    private static readonly bool[] Shared = [false];
    private static readonly bool[] SharedAndPerIdentity = [false, true];

    [Fact]
    public void Every_access_grants_what_the_list_says()
    {
        var expected = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Access", "catalogue.txt"));
        var actual = Lines().ToList();

        Assert.Empty(actual.Except(expected, StringComparer.Ordinal).Select(line => $"not in catalogue.txt: {line}"));
        Assert.Equal(expected, actual);
    }

    private static IEnumerable<string> Lines() => Statements().Concat(Actions());

    /// <summary>What is granted on the example of a service.</summary>
    private static IEnumerable<string> Statements() =>
        from service in Enum.GetValues<AwsService>()
        from access in Enum.GetValues<AccessLevel>()
        from perIdentity in ServiceCatalogue.Get(service).HasIdentityScope ? SharedAndPerIdentity : Shared
        from statement in Grants.Statements(service, access, perIdentity, ServiceCatalogue.Get(service).Example)
        select $"{service} {access}{(perIdentity ? " PerIdentity" : "")}: {statement.ToNode()}";

    /// <summary>The actions that completion offers, with what they are for.</summary>
    private static IEnumerable<string> Actions() => ServiceCatalogue.Actions.Select(action => $"{action.Service} {action.Access}: {action.Name}");
}
