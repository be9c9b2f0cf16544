namespace IdentityPools.Findings;

/// <summary>Managed policies of AWS whose names say how much they grant.</summary>
/// <remarks>https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html</remarks>
internal static class BroadPolicies
{
    private static readonly string[] Administration = ["AdministratorAccess", "PowerUserAccess", "IAMFullAccess"];

    /// <summary>Whether it lets its holder do everything, or give himself everything.</summary>
    public static bool IsAdministration(TemplateValue arn) => IsOfAws(arn) && Administration.Contains(NameOf(arn));

    /// <summary>Whether it is all of a service, or of what a tool deploys.</summary>
    public static bool IsFullAccess(TemplateValue arn) =>
        IsOfAws(arn)
        && !IsAdministration(arn)
        && (NameOf(arn).EndsWith("FullAccess", StringComparison.Ordinal) || NameOf(arn).StartsWith("AdministratorAccess-", StringComparison.Ordinal));

    /// <summary>Names of policies that others made say nothing.</summary>
    private static bool IsOfAws(TemplateValue arn) => PartName.Of(arn).Contains(":iam::aws:policy/", StringComparison.Ordinal);

    private static string NameOf(TemplateValue arn) => PartName.Of(arn) is var text ? text[(text.LastIndexOf('/') + 1)..] : "";
}
