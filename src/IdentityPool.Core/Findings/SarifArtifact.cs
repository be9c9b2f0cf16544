using IdentityPools.Template;

namespace IdentityPools.Findings;

/// <summary>The template that findings are about.</summary>
/// <param name="Uri">Its place, relative to the root of the repository.</param>
/// <param name="Lines">Its text.</param>
internal sealed record SarifArtifact(string Uri, IReadOnlyList<string> Lines)
{
    /// <summary>The line on which the resource begins that a finding is about; the pool's, when that has none of its own.</summary>
    public int LineOf(IdentityPoolFinding finding)
    {
        var names = new PoolNames(finding.Pool);
        var resource = finding.Subject.Kind switch
        {
            FindingSubjectKind.Role when finding.Subject.Role is { } role => ResourceOf(names, role),
            FindingSubjectKind.Mapping or FindingSubjectKind.Rule => names.RoleAttachment,
            _ => names.Pool,
        };
        return Line(resource) ?? Line(names.Pool) ?? 1;
    }

    private static string ResourceOf(PoolNames names, IdentityPoolRole role) =>
        role.IsManaged ? names.Role(role) : Intrinsic.Attribute(role.Arn?.Node)?.Resource ?? names.RoleAttachment;

    private int? Line(string resource)
    {
        for (var index = Section(); index < Lines.Count; index++)
        {
            if (IsAnyKey(Lines[index], resource))
            {
                return index + 1;
            }
        }

        return null;
    }

    /// <summary>Where the resources begin: an output may have the name of a resource.</summary>
    private int Section() => Math.Max(0, Lines.ToList().FindIndex(line => IsAnyKey(line, "Resources")));

    private static bool IsAnyKey(string line, string key) =>
        line.AsSpan().TrimStart() is var rest && (IsKey(rest, key) || IsKey(rest, $"\"{key}\"") || IsKey(rest, $"'{key}'"));

    private static bool IsKey(ReadOnlySpan<char> line, string key) =>
        line.StartsWith(key, StringComparison.Ordinal) && line[key.Length..].TrimStart().StartsWith(":");
}
