namespace Amazon.IdentityManagement.Model;

public class ListSAMLProvidersRequest : AmazonIdentityManagementServiceRequest;
