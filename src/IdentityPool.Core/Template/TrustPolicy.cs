namespace IdentityPools.Template;

/// <summary>The trust policy of a role that identities of a pool assume.</summary>
/// <remarks>https://docs.aws.amazon.com/cognito/latest/developerguide/role-trust-and-permissions.html</remarks>
internal static class TrustPolicy
{
    /// <summary>The kind of principal that identity providers are, and so identity pools.</summary>
    public const string Federated = nameof(Federated);

    public const string Assume = "sts:AssumeRoleWithWebIdentity";
    public const string TagSession = "sts:TagSession";

    public static TemplateMapping Create(AwsPartition partition, TemplateNode identityPoolId, RoleAudience audience, bool allowsSessionTags)
    {
        var principal = partition.TrustPrincipal;
        return PolicyDocument.Of([
            new TemplateMapping
            {
                { "Effect", "Allow" },
                { "Principal", TemplateMapping.Of(Federated, principal) },
                { "Action", allowsSessionTags ? TemplateSequence.Of(Assume, TagSession) : Assume },
                {
                    "Condition",
                    new TemplateMapping
                    {
                        { "StringEquals", TemplateMapping.Of(principal + ":aud", identityPoolId) },
                        {
                            "ForAnyValue:StringLike",
                            TemplateMapping.Of(principal + ":amr", audience == RoleAudience.Authenticated ? "authenticated" : "unauthenticated")
                        },
                    }
                },
            },
        ]);
    }
}
