namespace IdentityPools.Template;

/// <summary>The CloudFormation resource types of an identity pool and what it needs.</summary>
internal static class ResourceTypes
{
    public const string IdentityPool = "AWS::Cognito::IdentityPool";
    public const string RoleAttachment = "AWS::Cognito::IdentityPoolRoleAttachment";
    public const string PrincipalTag = "AWS::Cognito::IdentityPoolPrincipalTag";
    public const string UserPool = "AWS::Cognito::UserPool";
    public const string UserPoolClient = "AWS::Cognito::UserPoolClient";
    public const string UserPoolGroup = "AWS::Cognito::UserPoolGroup";
    public const string Role = "AWS::IAM::Role";
    public const string Policy = "AWS::IAM::Policy";
    public const string RolePolicy = "AWS::IAM::RolePolicy";
    public const string ManagedPolicy = "AWS::IAM::ManagedPolicy";
    public const string OpenIdConnectProvider = "AWS::IAM::OIDCProvider";
    public const string SamlProvider = "AWS::IAM::SAMLProvider";
    public const string SystemsManagerParameter = "AWS::SSM::Parameter";

    /// <summary>Whether several pools of a template may be for the same resource.</summary>
    public static bool IsShared(string type) => type is UserPool or UserPoolGroup or OpenIdConnectProvider or SamlProvider;

    /// <summary>Whether a resource says by itself of which pool it is.</summary>
    public static bool IsOfOnePool(string type) => type is IdentityPool or RoleAttachment or PrincipalTag;

    /// <summary>Whether templates of identity pools alone have resources of a type. Another pool is none of them.</summary>
    public static bool IsOfPools(string? type) =>
        type
            is RoleAttachment
                or PrincipalTag
                or UserPool
                or UserPoolClient
                or UserPoolGroup
                or Role
                or Policy
                or RolePolicy
                or ManagedPolicy
                or OpenIdConnectProvider
                or SamlProvider;
}
