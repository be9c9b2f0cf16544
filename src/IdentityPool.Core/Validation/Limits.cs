using IdentityPools.Values;

namespace IdentityPools.Validation;

/// <summary>Every limit that AWS sets on what a definition holds, once, with the page that says so.</summary>
internal static class Limits
{
    private const string Cognito = "https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/";
    private const string UserPools = "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/";
    private const string Iam = "https://docs.aws.amazon.com/IAM/latest/APIReference/";

    // The pool
    public static readonly TextLimit IdentityPoolName = new(
        "InvalidIdentityPoolName",
        "identity pool name",
        1,
        128,
        CharacterSet.Word("_ \t\r\n+=,.@-", "letters, digits, white space and _ + = , . @ -"),
        Cognito + "API_CreateIdentityPool.html"
    );
    public static readonly TextLimit DeveloperProviderName = new(
        "InvalidDeveloperProviderName",
        "developer provider name",
        1,
        128,
        CharacterSet.Word("_.-"),
        Cognito + "API_CreateIdentityPool.html"
    );
    public const int DeveloperProviderNameInTemplate = 100; // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-identitypool.html
    public const int IdentityPoolIdLength = 55; // https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_DescribeIdentityPool.html
    public const int DefaultUserPoolProviders = 50; // https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html
    public const int UserPoolProviders = 1000; // on request; https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html

    // Providers
    public static readonly TextLimit ClientId = new(
        "InvalidClientId",
        "app client id",
        1,
        128,
        CharacterSet.Word("_"),
        Cognito + "API_CognitoIdentityProvider.html"
    );
    public static readonly TextLimit ProviderName = new(
        "InvalidProviderName",
        "provider name",
        1,
        128,
        CharacterSet.Word("_.:/-"),
        Cognito + "API_CognitoIdentityProvider.html"
    );
    public static readonly TextLimit LoginAppId = new(
        "InvalidLoginProviderId",
        "login provider id",
        1,
        128,
        CharacterSet.Word("_.;/-"),
        Cognito + "API_CreateIdentityPool.html"
    );
    public static readonly TextLimit ProviderKey = new("InvalidMappingKey", "mapping key", 1, 128, CharacterSet.Any, Cognito + "API_SetIdentityPoolRoles.html");
    public static readonly TextLimit Arn = new("InvalidArn", "ARN", 20, 2048, CharacterSet.VisibleOrSpace, Cognito + "API_MappingRule.html");

    // Logins
    public const int Logins = 10; // https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetId.html
    public const int LoginTokenLength = 50_000; // as above

    // Role mappings
    public const int RoleMappings = 10; // https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_SetIdentityPoolRoles.html
    public const int Rules = 25; // https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_RulesConfigurationType.html
    public static readonly TextLimit Claim = new("InvalidClaim", "claim", 1, 64, CharacterSet.Visible, Cognito + "API_MappingRule.html");
    public static readonly TextLimit ClaimValue = new("InvalidClaimValue", "claim value", 1, 128, CharacterSet.Any, Cognito + "API_MappingRule.html");

    // Principal tags
    public const int PrincipalTags = 50; // https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_SetPrincipalTagAttributeMap.html
    public const int PrincipalTagBytes = 460; // https://docs.aws.amazon.com/cognito/latest/developerguide/attributes-for-access-control.html
    public const int SessionTagLength = 256; // https://docs.aws.amazon.com/STS/latest/APIReference/API_Tag.html
    public static readonly TextLimit PrincipalTagKey = new(
        "InvalidPrincipalTag",
        "principal tag key",
        1,
        128,
        CharacterSet.Any,
        Cognito + "API_SetPrincipalTagAttributeMap.html"
    );
    public static readonly TextLimit PrincipalTagClaim = new(
        "InvalidPrincipalTag",
        "claim of a principal tag",
        1,
        256,
        CharacterSet.Any,
        Cognito + "API_SetPrincipalTagAttributeMap.html"
    );

    // Tags
    public const int Tags = 50; // https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html

    public static void CheckTags(int count, string owner, object? target = null)
    {
        if (count > Tags)
        {
            throw DefinitionErrors.Create(nameof(Messages.TooManyTagsToPublish), target ?? owner, owner, count, Tags);
        }
    }

    public static readonly TextLimit TagKey = new("InvalidTag", "tag key", 1, 128, CharacterSet.Tag, Iam + "API_Tag.html");
    public static readonly TextLimit TagValue = new("InvalidTag", "tag value", 0, 256, CharacterSet.Tag, Iam + "API_Tag.html");

    // Roles
    public const int RoleNameLength = 64; // https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html
    public static readonly TextLimit RoleName = new(
        "InvalidRoleName",
        "role name",
        1,
        RoleNameLength,
        CharacterSet.Word("_+=,.@-"),
        Iam + "API_CreateRole.html"
    );
    public static readonly TextLimit RoleDescription = new(
        "InvalidRoleDescription",
        "role description",
        0,
        1000,
        CharacterSet.Latin1,
        Iam + "API_CreateRole.html"
    );
    public static readonly TextLimit RolePath = new("InvalidRolePath", "role path", 1, 512, CharacterSet.VisibleAscii, Iam + "API_CreateRole.html");
    public static readonly TextLimit PermissionsBoundary = new(
        "InvalidPermissionsBoundary",
        "permissions boundary",
        20,
        2048,
        CharacterSet.VisibleAscii,
        Iam + "API_CreateRole.html"
    );
    public const int DefaultSessionDuration = 3600; // the least, too, and all that the enhanced flow gives; https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flow.html
    public static readonly (int Minimum, int Maximum) SessionDuration = (DefaultSessionDuration, 43200); // https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html
    public const int ManagedPolicies = 20; // on request; https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
    public const int InlinePolicyCharacters = 10240; // white space not counted; https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html

    // User pools and their clients
    public static readonly TextLimit UserPoolId = new(
        "InvalidUserPool",
        "user pool id",
        1,
        55,
        CharacterSet.Word("_-"),
        UserPools + "API_DescribeUserPool.html"
    );
    public static readonly TextLimit UserPoolName = new(
        "InvalidUserPoolName",
        "user pool name",
        1,
        128,
        CharacterSet.Word("_ \t\r\n+=,.@-", "letters, digits, white space and _ + = , . @ -"),
        UserPools + "API_CreateUserPool.html"
    );
    public static readonly TextLimit UserPoolClientName = new(
        "InvalidUserPoolClientName",
        "app client name",
        1,
        128,
        CharacterSet.Word("_ \t\r\n+=,.@-", "letters, digits, white space and _ + = , . @ -"),
        UserPools + "API_CreateUserPoolClient.html"
    );
    public static readonly TextLimit GroupName = new(
        "InvalidUserPoolGroupName",
        "group name",
        1,
        128,
        CharacterSet.Visible,
        UserPools + "API_CreateGroup.html"
    );
    public static readonly TextLimit GroupDescription = new(
        "InvalidUserPoolGroupDescription",
        "group description",
        0,
        2048,
        CharacterSet.Any,
        UserPools + "API_CreateGroup.html"
    );
    public static readonly (int Minimum, int Maximum) PasswordLength = (6, 99); // https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_PasswordPolicyType.html
    public const int CallbackUrls = 100; // https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html
    public const int OAuthScopes = 50; // as above
    public static readonly TextLimit CallbackUrl = new(
        "InvalidCallbackUrl",
        "callback URL",
        1,
        1024,
        CharacterSet.Visible,
        UserPools + "API_CreateUserPoolClient.html"
    );
    public static readonly TextLimit OAuthScope = new(
        "InvalidOAuthScope",
        "OAuth scope",
        1,
        256,
        CharacterSet.Scope,
        UserPools + "API_CreateUserPoolClient.html"
    );
    public static readonly TextLimit SupportedIdentityProvider = new(
        "InvalidSupportedIdentityProvider",
        "supported identity provider",
        1,
        32,
        CharacterSet.VisibleOrSpace,
        UserPools + "API_CreateUserPoolClient.html"
    );

    // OpenID Connect and SAML providers
    public static readonly TextLimit OpenIdConnectUrl = new(
        "InvalidOpenIdConnectUrl",
        "OpenID Connect URL",
        1,
        255,
        CharacterSet.VisibleAscii,
        Iam + "API_CreateOpenIDConnectProvider.html"
    );
    public static readonly TextLimit OpenIdConnectClientId = new(
        "InvalidOpenIdConnectClientId",
        "client id of an OpenID Connect provider",
        1,
        255,
        CharacterSet.Any,
        Iam + "API_CreateOpenIDConnectProvider.html"
    );
    public const int Thumbprints = 5; // https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateOpenIDConnectProvider.html
    public static readonly TextLimit Thumbprint = new(
        "InvalidThumbprint",
        "thumbprint",
        40,
        40,
        CharacterSet.Hexadecimal,
        Iam + "API_CreateOpenIDConnectProvider.html"
    );
    public static readonly TextLimit SamlProviderName = new(
        "InvalidSamlProviderName",
        "SAML provider name",
        1,
        128,
        CharacterSet.Word("_.-"),
        Iam + "API_CreateSAMLProvider.html"
    );
    public static readonly TextLimit SamlMetadata = new(
        "InvalidSamlMetadata",
        "SAML metadata document",
        1000,
        10_000_000,
        CharacterSet.Any,
        Iam + "API_CreateSAMLProvider.html"
    );

    // Calls
    public const int PageSize = 60; // of lists of identity pools, identities, user pools, clients and groups; https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_ListIdentityPools.html

    // Templates
    public const int Resources = 500; // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
    public const int Outputs = 200; // as above
    public const int Parameters = 200; // as above
    public const int ParameterNameLength = 255; // as above
    public const int DescriptionBytes = 4000; // of a parameter; as above
    public const int TemplateDescriptionBytes = 1024; // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-description-structure.html
    public const int TemplateBytes = 1_000_000; // as above
    public const int LogicalIdLength = 255; // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
    public static readonly TextLimit LogicalId = new(
        "InvalidLogicalId",
        "logical id",
        1,
        LogicalIdLength,
        CharacterSet.Word("", "letters and digits"),
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resources-section-structure.html"
    );
}
