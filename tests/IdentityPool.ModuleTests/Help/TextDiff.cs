namespace IdentityPools.ModuleTests.Help;

/// <summary>Two texts line by line: what only the first has after -, what only the second has after +.</summary>
internal static class TextDiff
{
    public static string Of(string before, string after)
    {
        var (one, two) = (before.Split('\n'), after.Split('\n'));
        var common = Common(one, two);
        var lines = new List<string>();
        for (var (i, j) = (0, 0); i < one.Length || j < two.Length; )
        {
            if (i < one.Length && j < two.Length && one[i] == two[j])
            {
                lines.Add($"  {one[i++]}");
                j++;
            }
            else if (j == two.Length || (i < one.Length && common[i + 1, j] >= common[i, j + 1]))
            {
                lines.Add($"- {one[i++]}");
            }
            else
            {
                lines.Add($"+ {two[j++]}");
            }
        }

        return string.Join('\n', lines);
    }

    /// <summary>How many lines the rests of both texts have in common, in order.</summary>
    private static int[,] Common(string[] one, string[] two)
    {
        var common = new int[one.Length + 1, two.Length + 1];
        for (var i = one.Length - 1; i >= 0; i--)
        {
            for (var j = two.Length - 1; j >= 0; j--)
            {
                common[i, j] = one[i] == two[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        return common;
    }
}
