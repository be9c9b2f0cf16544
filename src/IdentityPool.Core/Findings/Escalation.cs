using IdentityPools.Policies;

namespace IdentityPools.Findings;

/// <summary>Actions that lead to more than the role has.</summary>
internal static class Escalation
{
    /// <summary>Actions that change who is let in, and as whom.</summary>
    /// <remarks>https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncognitoidentity.html</remarks>
    public static readonly string[] Cognito =
    [
        "cognito-identity:SetIdentityPoolRoles",
        "cognito-identity:UpdateIdentityPool",
        "cognito-identity:DeleteIdentityPool",
        "cognito-identity:DeleteIdentities",
        "cognito-identity:SetPrincipalTagAttributeMap",
        "cognito-identity:GetOpenIdTokenForDeveloperIdentity",
        "cognito-identity:MergeDeveloperIdentities",
        "cognito-idp:AdminAddUserToGroup",
        "cognito-idp:AdminCreateUser",
        "cognito-idp:AdminInitiateAuth",
        "cognito-idp:AdminSetUserPassword",
        "cognito-idp:AdminUpdateUserAttributes",
        "cognito-idp:CreateGroup",
        "cognito-idp:CreateIdentityProvider",
        "cognito-idp:UpdateGroup",
        "cognito-idp:UpdateIdentityProvider",
        "cognito-idp:UpdateUserPool",
        "cognito-idp:UpdateUserPoolClient",
    ];

    /// <summary>Actions that write permissions, take over identities or change what stronger roles run.</summary>
    /// <remarks>https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html</remarks>
    public static readonly string[] Iam =
    [
        "iam:AddUserToGroup",
        "iam:AttachGroupPolicy",
        "iam:AttachRolePolicy",
        "iam:AttachUserPolicy",
        "iam:CreateAccessKey",
        "iam:CreateLoginProfile",
        "iam:CreatePolicyVersion",
        "iam:DeleteRolePermissionsBoundary",
        "iam:PutGroupPolicy",
        "iam:PutRolePermissionsBoundary",
        "iam:PutRolePolicy",
        "iam:PutUserPolicy",
        "iam:SetDefaultPolicyVersion",
        "iam:UpdateAssumeRolePolicy",
        "iam:UpdateLoginProfile",
        "lambda:UpdateFunctionCode",
        "lambda:UpdateFunctionConfiguration",
    ];

    /// <summary>Actions with which an identity chooses its own policy of AWS IoT, or writes it.</summary>
    /// <remarks>https://docs.aws.amazon.com/iot/latest/developerguide/cognito-identities.html</remarks>
    public static readonly string[] IoT =
    [
        "iot:AttachPolicy",
        "iot:AttachPrincipalPolicy",
        "iot:CreatePolicy",
        "iot:CreatePolicyVersion",
        "iot:SetDefaultPolicyVersion",
    ];

    /// <summary>Actions that read the accounts of other users.</summary>
    /// <remarks>https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncognitouserpools.html</remarks>
    public static readonly string[] Users =
    [
        "cognito-idp:AdminGetUser",
        "cognito-idp:AdminListDevices",
        "cognito-idp:AdminListGroupsForUser",
        "cognito-idp:AdminListUserAuthEvents",
        "cognito-idp:ListUsers",
        "cognito-idp:ListUsersInGroup",
        "cognito-identity:ListIdentities",
        "cognito-identity:LookupDeveloperIdentity",
    ];

    private const string ParameterResource = ":parameter";

    /// <summary>Actions that read what was meant to stay in the account.</summary>
    public static readonly string[] Secrets =
    [
        "secretsmanager:GetSecretValue",
        "secretsmanager:BatchGetSecretValue",
        "ssm:GetParameter",
        "ssm:GetParameters",
        "ssm:GetParametersByPath",
    ];

    /// <summary>Which of the actions a role has, one entry for each policy. What makes an administrator is found elsewhere.</summary>
    public static IEnumerable<(string Actions, string Resources, string Policy)> Of(ExaminedRole role, string[] actions) => Of(role.Grants, role, actions);

    private static IEnumerable<(string Actions, string Resources, string Policy)> Of(IEnumerable<Grant> grants, ExaminedRole role, string[] actions) =>
        from grant in grants
        where grant.Action != "*" && !grant.IsPerIdentity && !IsOnPlainParameters(role, grant) && Array.Exists(actions, grant.Allows)
        group grant by grant.Policy into policy
        select (
            string.Join(", ", policy.Select(grant => grant.Action).Distinct(StringComparer.OrdinalIgnoreCase)),
            string.Join(", ", policy.SelectMany(grant => grant.Resources).Distinct(StringComparer.Ordinal)),
            policy.Key
        );

    /// <summary>The same without what allows all of a service, which is found elsewhere.</summary>
    public static IEnumerable<(string Actions, string Resources, string Policy)> OfSome(ExaminedRole role, string[] actions) =>
        Of(role.Grants.Where(grant => !grant.IsOfWholeService), role, actions);

    /// <summary>Whether a grant reaches nothing but parameters of Systems Manager that hold plain text.</summary>
    private static bool IsOnPlainParameters(ExaminedRole role, Grant grant) =>
        grant is { Service: "ssm", Resources.Count: > 0 }
        && grant.Resources.All(resource =>
            resource.IndexOf(ParameterResource, StringComparison.Ordinal) is >= 0 and var start
            && role.Role.Evidence.PlainParameters.Any(name => name.TrimStart('/') == resource[(start + ParameterResource.Length)..].TrimStart('/'))
        );
}
