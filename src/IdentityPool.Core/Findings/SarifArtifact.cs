using IdentityPools.Template;
using IdentityPools.Values;

namespace IdentityPools.Findings;

/// <summary>The template that findings are about.</summary>
/// <param name="uri">Its place, relative to the root of the repository.</param>
/// <param name="lines">Its text.</param>
internal sealed class SarifArtifact(string uri, IReadOnlyList<string> lines)
{
    // Looked through once: a large template has many findings.
    private readonly Lazy<Dictionary<string, int>> places = new(() => Places(lines));

    public string Uri => uri;

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
        role.IsManaged ? names.Role(role) : Intrinsic.Attribute(role.TypedArn?.Node)?.Resource ?? names.RoleAttachment;

    private int? Line(string resource) => places.Value.TryGetValue(resource, out var line) ? line : null;

    /// <summary>The first line of each key from where the resources begin: an output may have the name of a resource.</summary>
    private static Dictionary<string, int> Places(IReadOnlyList<string> lines)
    {
        var keys = lines.Select(KeyOf).ToList();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var index = Math.Max(0, keys.IndexOf("Resources")); index < keys.Count; index++)
        {
            places.TryAdd(keys[index], index + 1);
        }

        return places;
    }

    private static string KeyOf(string line) => line.Split(':', 2) is [var key, _] ? key.Trim().Trim('"', '\'') : "";
}
