namespace IdentityPools;

/// <summary>An in-memory AWS account, as its user sees it from outside: what was called, and what should go wrong.</summary>
public interface ISandbox
{
    /// <summary>The id of the account, twelve digits.</summary>
    string AccountId { get; }

    /// <summary>The calls so far, in the order in which they were answered.</summary>
    IReadOnlyList<SandboxCall> Calls { get; }

    /// <summary>How long every call takes at least.</summary>
    TimeSpan Latency { get; set; }

    /// <summary>How long after its creation a role is unknown to the other services.</summary>
    TimeSpan RolePropagationDelay { get; set; }

    /// <summary>Forgets the calls so far.</summary>
    void ClearCalls();

    /// <summary>Makes something go wrong; of several faults that match a call the one added first happens.</summary>
    /// <param name="fault">The fault.</param>
    void AddFault(SandboxFault fault);

    /// <summary>Lets everything work again, except for denied actions.</summary>
    void ClearFaults();

    /// <summary>Takes a permission from the caller.</summary>
    /// <param name="action">The action, <c>iam:PassRole</c> for example; <c>*</c> stands for any text.</param>
    void DenyAction(string action);

    /// <summary>Puts a user pool into the account.</summary>
    /// <param name="userPoolId">Its id, which says its region: <c>us-east-1_Ab1Cd2Ef3</c>.</param>
    /// <param name="clientIds">The ids of its clients.</param>
    /// <exception cref="ArgumentException">An id is malformed, or the account has that user pool already.</exception>
    void AddUserPool(string userPoolId, params string[] clientIds);

    /// <summary>Puts a role into the account.</summary>
    /// <param name="roleArn">Its ARN.</param>
    /// <param name="trustPolicy">Its trust policy; when left out, it trusts every identity pool of every region.</param>
    /// <exception cref="ArgumentException">The ARN is not one of a role of the account, or the account has the role already.</exception>
    void AddRole(string roleArn, string? trustPolicy = null);

    /// <summary>Puts an OpenID Connect provider into the account.</summary>
    /// <param name="providerArn">Its ARN.</param>
    /// <param name="clientIds">The clients whose tokens it takes.</param>
    /// <exception cref="ArgumentException">The ARN is not one of a provider of the account, or the account has the provider already.</exception>
    void AddOpenIdConnectProvider(string providerArn, params string[] clientIds);

    /// <summary>Puts a SAML provider into the account.</summary>
    /// <param name="providerArn">Its ARN.</param>
    /// <exception cref="ArgumentException">The ARN is not one of a provider of the account, or the account has the provider already.</exception>
    void AddSamlProvider(string providerArn);

    /// <summary>
    /// Does what someone else does in the account, in the console for example: no permission is needed, no fault happens, and <see cref="Calls"/> does not
    /// tell it. It may be CloudFormation too, which gives identity pools tags that begin with <c>aws:</c>.
    /// </summary>
    /// <param name="operation">An operation of the API, <c>CreateIdentityPool</c> for example.</param>
    /// <param name="input">Its input as JSON, with the names of the API.</param>
    /// <returns>Its output as JSON; <c>{}</c> when it has none.</returns>
    /// <exception cref="ArgumentException">There is no such operation, the input is not one of it, or the service refuses; the message says which.</exception>
    string Invoke(string operation, string input);
}
