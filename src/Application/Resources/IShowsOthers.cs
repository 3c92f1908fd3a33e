namespace AchieveApex.Application.Resources;

/// <summary>A view with values of other records, so that it may change without its record's version.</summary>
public interface IShowsOthers;
