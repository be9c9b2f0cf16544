namespace IdentityPools.Model;

/// <summary>Lists of statements.</summary>
internal static class PolicyStatements
{
    /// <summary>
    /// Both lists as one in which no two statements can be one. Merging goes on until nothing changes, so that merging again what is there gives the same list.
    /// </summary>
    public static ValueList<PolicyStatement> Merge(IEnumerable<PolicyStatement> existing, IEnumerable<PolicyStatement> added)
    {
        var result = existing.ToList();
        foreach (var statement in added)
        {
            Insert(result, statement);
        }

        return result.ToValueList();
    }

    private static void Insert(List<PolicyStatement> statements, PolicyStatement statement)
    {
        if (statements.Exists(known => known.Covers(statement)))
        {
            return;
        }

        for (var index = 0; index < statements.Count; index++)
        {
            if (statements[index].MergedWith(statement) is { } merged)
            {
                // What has grown may now fit another one.
                statements.RemoveAt(index);
                Insert(statements, merged);
                return;
            }
        }

        statements.Add(statement);
    }
}
