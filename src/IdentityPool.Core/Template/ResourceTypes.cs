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
}
