using IdentityPools.Template;
using IdentityPools.Values;

namespace IdentityPools.UnitTests.Import;

/// <summary>What there is much of in a template.</summary>
public enum LargeTemplateKind
{
    /// <summary>Pools, each with a role of its own and a policy of that role.</summary>
    OwnRoles,

    /// <summary>The same with names of roles that a function gives.</summary>
    RolesByFunction,

    /// <summary>Pools, each with a role of the account and a policy of that role.</summary>
    ExistingRoles,

    /// <summary>Pools with one role, which trusts all of them.</summary>
    OneRole,

    /// <summary>Pools with one role of the account, among roles of others.</summary>
    OneExistingRole,

    /// <summary>Pools, each with a user pool and a group in it.</summary>
    Groups,

    /// <summary>Pools that one output names.</summary>
    OneOutput,

    /// <summary>Pools, each with a parameter, a condition and a rule.</summary>
    Parameters,

    /// <summary>Resources under conditions of parameters without a value.</summary>
    UnknownConditions,

    /// <summary>Providers of one pool, each with principal tags.</summary>
    PrincipalTags,

    /// <summary>Roles and policies that are no pool's.</summary>
    Unrelated,
}

/// <summary>Templates of any size.</summary>
internal static class LargeTemplate
{
    public static TemplateMapping Create(LargeTemplateKind kind, int count)
    {
        var (resources, parameters, conditions, rules, outputs) = (
            new TemplateMapping(),
            new TemplateMapping(),
            new TemplateMapping(),
            new TemplateMapping(),
            new TemplateMapping()
        );
        if (kind is LargeTemplateKind.PrincipalTags or LargeTemplateKind.Unrelated or LargeTemplateKind.UnknownConditions)
        {
            AddPool(
                resources,
                0,
                "OpenIdConnectProviderARNs",
                kind == LargeTemplateKind.PrincipalTags ? new TemplateSequence(Enumerable.Range(0, count).Select(Provider)) : null
            );
        }

        if (kind == LargeTemplateKind.OneRole)
        {
            resources.Add("Role", Role([.. Enumerable.Range(0, count).Select(number => $"Pool{number}")]));
        }

        if (kind == LargeTemplateKind.OneOutput)
        {
            outputs.Add("All", Single("Value", Intrinsic.JoinOf([.. Enumerable.Range(0, count).Select(number => Intrinsic.RefTo($"Pool{number}"))])));
        }

        for (var number = 0; number < count; number++)
        {
            Add(number);
        }

        return new()
        {
            { "Parameters", parameters },
            { "Conditions", conditions },
            { "Rules", rules },
            { "Resources", resources },
            { "Outputs", outputs },
        };

        void Add(int number)
        {
            switch (kind)
            {
                case LargeTemplateKind.OwnRoles:
                    AddPool(resources, number);
                    AddAttachment(resources, number, Intrinsic.AttributeOf($"Role{number}", "Arn"));
                    resources.Add($"Role{number}", Role($"Pool{number}"));
                    AddPolicy(resources, number, Intrinsic.RefTo($"Role{number}"));
                    break;
                case LargeTemplateKind.RolesByFunction:
                    var name = Single(Intrinsic.Sub, $"${{AWS::StackName}}-{number}");
                    AddPool(resources, number);
                    AddAttachment(resources, number, Intrinsic.AttributeOf($"Role{number}", "Arn"));
                    resources.Add(
                        $"Role{number}",
                        Resource(ResourceTypes.Role, ((TemplateMapping)Role($"Pool{number}")["Properties"]!).With("RoleName", name))
                    );
                    AddPolicy(resources, number, name);
                    break;
                case LargeTemplateKind.ExistingRoles:
                    AddPool(resources, number);
                    AddAttachment(resources, number, $"arn:aws:iam::123456789012:role/Shop{number}");
                    AddPolicy(resources, number, $"Shop{number}");
                    break;
                case LargeTemplateKind.OneRole:
                    AddPool(resources, number);
                    AddAttachment(resources, number, Intrinsic.AttributeOf("Role", "Arn"));
                    break;
                case LargeTemplateKind.OneExistingRole:
                    AddPool(resources, number);
                    AddAttachment(resources, number, "arn:aws:iam::123456789012:role/Shop");
                    resources.Add($"Role{number}", Role("Other"));
                    break;
                case LargeTemplateKind.Groups:
                    resources.Add($"Users{number}", Resource(ResourceTypes.UserPool, new() { { "UserPoolName", $"users-{number}" } }));
                    resources.Add($"Client{number}", Resource(ResourceTypes.UserPoolClient, new() { { "UserPoolId", Intrinsic.RefTo($"Users{number}") } }));
                    resources.Add(
                        $"Group{number}",
                        Resource(
                            ResourceTypes.UserPoolGroup,
                            new()
                            {
                                { "UserPoolId", Intrinsic.RefTo($"Users{number}") },
                                { "GroupName", "all" },
                                { "RoleArn", Intrinsic.AttributeOf($"Role{number}", "Arn") },
                            }
                        )
                    );
                    resources.Add($"Role{number}", Role($"Pool{number}"));
                    AddPool(
                        resources,
                        number,
                        "CognitoIdentityProviders",
                        TemplateSequence.Single(
                            new TemplateMapping
                            {
                                { "ClientId", Intrinsic.RefTo($"Client{number}") },
                                { "ProviderName", Intrinsic.AttributeOf($"Users{number}", "ProviderName") },
                            }
                        )
                    );
                    break;
                case LargeTemplateKind.OneOutput:
                    AddPool(resources, number);
                    break;
                case LargeTemplateKind.Parameters:
                    AddSections(number, "x");
                    AddPool(resources, number, "DeveloperProviderName", Intrinsic.IfOf($"C{number}", "shop", Intrinsic.RefTo($"P{number}")));
                    break;
                case LargeTemplateKind.UnknownConditions:
                    AddSections(number, null);
                    resources.Add($"Topic{number}", new TemplateMapping { { "Type", "AWS::SNS::Topic" }, { "Condition", $"C{number}" } });
                    break;
                case LargeTemplateKind.PrincipalTags:
                    resources.Add(
                        $"Tags{number}",
                        Resource(
                            ResourceTypes.PrincipalTag,
                            new()
                            {
                                { "IdentityPoolId", Intrinsic.RefTo("Pool0") },
                                { "IdentityProviderName", Provider(number) },
                                { "PrincipalTags", Single("team", "team") },
                            }
                        )
                    );
                    break;
                case LargeTemplateKind.Unrelated:
                    resources.Add($"Role{number}", Role("Other"));
                    AddPolicy(resources, number, Intrinsic.RefTo($"Role{number}"));
                    break;
            }
        }

        void AddSections(int number, string? value)
        {
            parameters.Add($"P{number}", new TemplateMapping { { "Type", "String" }, { "Default", value } });
            conditions.Add($"C{number}", Single("Fn::Equals", TemplateSequence.Single(Intrinsic.RefTo($"P{number}"), "a")));
            rules.Add($"R{number}", Single("Assertions", TemplateSequence.Single(Single("Assert", Intrinsic.RefTo($"P{number}")))));
        }
    }

    public static TemplateMapping Resource(string type, TemplateMapping properties) => new() { { "Type", type }, { "Properties", properties } };

    public static void AddPool(TemplateMapping resources, int number, string? property = null, TemplateNode? value = null) =>
        resources.Add(
            $"Pool{number}",
            Resource(ResourceTypes.IdentityPool, new() { { "AllowUnauthenticatedIdentities", false }, { property ?? "IdentityPoolName", value } })
        );

    public static void AddAttachment(TemplateMapping resources, int number, TemplateNode role) =>
        resources.Add(
            $"Roles{number}",
            Resource(ResourceTypes.RoleAttachment, new() { { "IdentityPoolId", Intrinsic.RefTo($"Pool{number}") }, { "Roles", Single("authenticated", role) } })
        );

    public static void AddPolicy(TemplateMapping resources, int number, TemplateNode role) =>
        resources.Add(
            $"Policy{number}",
            Resource(
                ResourceTypes.Policy,
                new()
                {
                    { "PolicyName", "shop" },
                    {
                        "PolicyDocument",
                        Document(
                            new()
                            {
                                { "Effect", "Allow" },
                                { "Action", "s3:GetObject" },
                                { "Resource", "arn:aws:s3:::shop/*" },
                            }
                        )
                    },
                    { "Roles", TemplateSequence.Single(role) },
                }
            )
        );

    /// <summary>A role that trusts these pools.</summary>
    public static TemplateMapping Role(params string[] pools) =>
        Resource(
            ResourceTypes.Role,
            new()
            {
                {
                    "AssumeRolePolicyDocument",
                    Document(
                        new()
                        {
                            { "Effect", "Allow" },
                            { "Principal", Single("Federated", "cognito-identity.amazonaws.com") },
                            { "Action", "sts:AssumeRoleWithWebIdentity" },
                            {
                                "Condition",
                                new TemplateMapping
                                {
                                    {
                                        "StringEquals",
                                        Single(
                                            "cognito-identity.amazonaws.com:aud",
                                            new TemplateSequence(pools.Select(pool => (TemplateNode)Intrinsic.RefTo(pool)))
                                        )
                                    },
                                    { "ForAnyValue:StringLike", Single("cognito-identity.amazonaws.com:amr", "authenticated") },
                                }
                            },
                        }
                    )
                },
            }
        );

    private static TemplateNode Provider(int number) => $"arn:aws:iam::123456789012:oidc-provider/login{number}.example";

    private static TemplateMapping Document(TemplateMapping statement) =>
        new() { { "Version", "2012-10-17" }, { "Statement", TemplateSequence.Single(statement) } };

    private static TemplateMapping Single(string key, TemplateNode value) => TemplateMapping.Single(key, value);
}
